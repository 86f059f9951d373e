package org.sealpost.crypto;

import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * The DER form of {@link Capabilities}: SMIMECapabilities of RFC 8551 section 2.5.2. CAST says its key length in bits
 * as RC2 does there; OAEP says SHA-256 for hash and mask as in RFC 3560 section 5.
 */
final class CapabilityEncoding {
    private static final int LARGEST = 4096;
    private static final String WHAT = "smimeCapabilities";
    private static final Map<EncryptionFormat, ASN1Encodable> ENTRIES = entries();
    private static final ASN1Encodable OAEP = oaep();

    private CapabilityEncoding() {}

    static byte[] encode(Capabilities capabilities) {
        ASN1EncodableVector list = new ASN1EncodableVector();
        capabilities.formats().forEach(format -> list.add(ENTRIES.get(format)));
        if (capabilities.oaep()) {
            list.add(OAEP);
        }
        try {
            return new DERSequence(list).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("a sequence of constants encodes", e);
        }
    }

    static Capabilities decode(byte[] der) {
        if (der.length > LARGEST) {
            throw new BadEncoding(WHAT);
        }
        return GuardedParsing.of(WHAT, () -> read(ASN1Sequence.getInstance(Asn1Bounds.parse(der, WHAT))));
    }

    private static Capabilities read(ASN1Sequence entries) {
        Set<EncryptionFormat> formats = EnumSet.noneOf(EncryptionFormat.class);
        boolean oaep = false;
        for (ASN1Encodable entry : entries) {
            ENTRIES.forEach((format, known) -> {
                if (known.equals(entry)) {
                    formats.add(format);
                }
            });
            oaep |= OAEP.equals(entry);
        }
        return new Capabilities(formats, oaep);
    }

    private static Map<EncryptionFormat, ASN1Encodable> entries() {
        Map<EncryptionFormat, ASN1Encodable> entries = new EnumMap<>(EncryptionFormat.class);
        entries.put(EncryptionFormat.AES_256_GCM, entry(NISTObjectIdentifiers.id_aes256_GCM));
        entries.put(EncryptionFormat.AES_256_CBC, entry(NISTObjectIdentifiers.id_aes256_CBC));
        entries.put(EncryptionFormat.AES_128_GCM, entry(NISTObjectIdentifiers.id_aes128_GCM));
        entries.put(EncryptionFormat.AES_128_CBC, entry(NISTObjectIdentifiers.id_aes128_CBC));
        entries.put(EncryptionFormat.CAST_64, cast(EncryptionFormat.CAST_64.keyBits()));
        entries.put(EncryptionFormat.DES, entry(OIWObjectIdentifiers.desCBC));
        entries.put(EncryptionFormat.CAST_40, cast(EncryptionFormat.CAST_40.keyBits()));
        return entries;
    }

    private static ASN1Primitive entry(ASN1ObjectIdentifier algorithm) {
        return new DERSequence(algorithm);
    }

    private static ASN1Primitive cast(int bits) {
        return new DERSequence(new ASN1Encodable[] {MiscObjectIdentifiers.cast5CBC, new ASN1Integer(bits)});
    }

    private static ASN1Primitive oaep() {
        AlgorithmIdentifier sha256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
        return new DERSequence(new ASN1Encodable[] {
            PKCSObjectIdentifiers.id_RSAES_OAEP,
            new RSAESOAEPparams(
                            sha256,
                            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, sha256),
                            RSAESOAEPparams.DEFAULT_P_SOURCE_ALGORITHM)
                    .toASN1Primitive()
        });
    }
}
