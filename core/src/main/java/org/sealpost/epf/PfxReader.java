package org.sealpost.epf;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.util.encoders.Hex;
import org.sealpost.crypto.Asn1Bounds;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.pki.Certificates;

/** Takes the contents of a PKCS #12 file apart: keys and certificates in file order, by localKeyId. */
final class PfxReader {
    /** The most bags that are read: a signing key and a century of renewed encryption keys, with certificates. */
    static final int MOST_BAGS = 256;

    private static final String CONTENTS = "security file";

    private final Providers providers;
    private final PasswordCipher cipher;
    private final Map<String, PrivateKey> keys = new LinkedHashMap<>();
    private final Map<String, X509Certificate> owned = new LinkedHashMap<>();
    private final List<X509Certificate> others = new ArrayList<>();
    private int bags;

    PfxReader(Providers providers, PasswordCipher cipher) {
        this.providers = providers;
        this.cipher = cipher;
    }

    /** Private keys by localKeyId. */
    Map<String, PrivateKey> keys() {
        return keys;
    }

    /** Certificates by localKeyId. */
    Map<String, X509Certificate> owned() {
        return owned;
    }

    /** Certificates without localKeyId. */
    List<X509Certificate> others() {
        return others;
    }

    /** @throws GeneralSecurityException when something does not decrypt */
    void read(byte[] authenticatedSafe) throws GeneralSecurityException {
        for (ASN1Encodable part : sequence(authenticatedSafe)) {
            for (ASN1Encodable bag : bags(ContentInfo.getInstance(part))) {
                bags++;
                if (bags > MOST_BAGS) {
                    throw new DamagedSecurityFile("entries", null);
                }
                read(SafeBag.getInstance(bag));
            }
        }
    }

    private ASN1Sequence bags(ContentInfo part) throws GeneralSecurityException {
        if (part.getContentType().equals(PKCSObjectIdentifiers.data)) {
            return sequence(ASN1OctetString.getInstance(part.getContent()).getOctets());
        }
        if (part.getContentType().equals(PKCSObjectIdentifiers.encryptedData)) {
            EncryptedData encrypted = EncryptedData.getInstance(part.getContent());
            try (SecretBytes plain = cipher.decrypt(
                    encrypted.getEncryptionAlgorithm(), encrypted.getContent().getOctets())) {
                return sequence(plain.expose().clone());
            }
        }
        throw new DamagedSecurityFile("content", null);
    }

    private void read(SafeBag bag) throws GeneralSecurityException {
        String id = localKeyId(bag);
        if (bag.getBagId().equals(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag)) {
            if (keys.put(id, key(bag)) != null) {
                throw new DamagedSecurityFile("entries", null);
            }
        } else if (bag.getBagId().equals(PKCSObjectIdentifiers.certBag)) {
            CertBag value = CertBag.getInstance(bag.getBagValue());
            X509Certificate certificate = Certificates.parse(
                    ASN1OctetString.getInstance(value.getCertValue()).getOctets());
            if (id.isEmpty()) {
                others.add(certificate);
            } else {
                owned.put(id, certificate);
            }
        } else {
            throw new DamagedSecurityFile("content", null);
        }
    }

    private PrivateKey key(SafeBag bag) throws GeneralSecurityException {
        EncryptedPrivateKeyInfo shrouded = EncryptedPrivateKeyInfo.getInstance(bag.getBagValue());
        try (SecretBytes plain = cipher.decrypt(shrouded.getEncryptionAlgorithm(), shrouded.getEncryptedData())) {
            return providers.privateKey(plain);
        }
    }

    private static String localKeyId(SafeBag bag) {
        if (bag.getBagAttributes() == null) {
            return "";
        }
        for (ASN1Encodable one : bag.getBagAttributes()) {
            Attribute attribute = Attribute.getInstance(one);
            if (attribute.getAttrType().equals(PKCSObjectIdentifiers.pkcs_9_at_localKeyId)) {
                return Hex.toHexString(
                        ASN1OctetString.getInstance(attribute.getAttrValues().getObjectAt(0))
                                .getOctets());
            }
        }
        return "";
    }

    private static ASN1Sequence sequence(byte[] encoded) {
        ASN1Primitive parsed = Asn1Bounds.parse(encoded, CONTENTS);
        return ASN1Sequence.getInstance(parsed);
    }
}
