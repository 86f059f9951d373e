package org.sealpost.smime;

import java.security.SecureRandom;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.misc.CAST5CBCParameters;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.sealpost.crypto.EncryptionFormat;

/** Formats as CMS writes them: object identifiers and parameters (RFC 3565, RFC 5084, RFC 2984, RFC 3370). */
final class ContentCiphers {

    private static final int GCM_NONCE = 12;
    private static final int GCM_TAG = 16;
    private static final int SHORTEST_GCM_TAG = 12;
    private static final int AES_BLOCK = 16;
    private static final int HISTORICAL_BLOCK = 8;
    private static final int DES_KEY = 8;
    private static final int CAST_64_KEY = 8;
    private static final int CAST_40_KEY = 5;
    private static final int CAST_128_KEY = 16;

    private static final Map<ASN1ObjectIdentifier, EncryptionFormat> BY_IDENTIFIER = Map.of(
            NISTObjectIdentifiers.id_aes256_GCM, EncryptionFormat.AES_256_GCM,
            NISTObjectIdentifiers.id_aes128_GCM, EncryptionFormat.AES_128_GCM,
            NISTObjectIdentifiers.id_aes256_CBC, EncryptionFormat.AES_256_CBC,
            NISTObjectIdentifiers.id_aes128_CBC, EncryptionFormat.AES_128_CBC,
            OIWObjectIdentifiers.desCBC, EncryptionFormat.DES,
            MiscObjectIdentifiers.cast5CBC, EncryptionFormat.CAST_64);

    private ContentCiphers() {}

    /** A cipher with a fresh nonce, for writing. */
    static ContentCipher fresh(EncryptionFormat format, SecureRandom random) {
        int nonceLength = format.authenticated() ? GCM_NONCE : format.historical() ? HISTORICAL_BLOCK : AES_BLOCK;
        byte[] nonce = new byte[nonceLength];
        random.nextBytes(nonce);
        AlgorithmIdentifier identifier = new AlgorithmIdentifier(identifier(format), parameters(format, nonce));
        int[] keyLengths = {keyLength(format)};
        return new ContentCipher(format, keyLengths, identifier, nonce, format.authenticated() ? GCM_TAG : 0);
    }

    /**
     * The cipher that a message names.
     *
     * @throws UnknownFormat when it is none of ours
     */
    static ContentCipher read(AlgorithmIdentifier identifier) {
        EncryptionFormat format = BY_IDENTIFIER.get(identifier.getAlgorithm());
        if (format == null) {
            throw new UnknownFormat(identifier.getAlgorithm().getId());
        }
        ASN1Encodable parameters = identifier.getParameters();
        if (format.authenticated()) {
            return gcm(format, identifier, GCMParameters.getInstance(parameters));
        }
        if (format == EncryptionFormat.CAST_64) {
            return cast(identifier, parameters);
        }
        return cbc(format, new int[] {keyLength(format)}, identifier, ASN1OctetString.getInstance(parameters));
    }

    private static ContentCipher gcm(
            EncryptionFormat format, AlgorithmIdentifier identifier, GCMParameters parameters) {
        int tag = parameters.getIcvLen();
        if (parameters.getNonce().length != GCM_NONCE || tag < SHORTEST_GCM_TAG || tag > GCM_TAG) {
            throw new MalformedSeal("algorithm");
        }
        return new ContentCipher(format, new int[] {keyLength(format)}, identifier, parameters.getNonce(), tag);
    }

    /** RFC 2984 declares the key length; OpenSSL writes a bare IV, so that only the key itself tells its length. */
    private static ContentCipher cast(AlgorithmIdentifier identifier, ASN1Encodable parameters) {
        if (parameters instanceof ASN1OctetString iv) {
            int[] any = {CAST_40_KEY, CAST_64_KEY, CAST_128_KEY};
            return cbc(EncryptionFormat.CAST_64, any, identifier, iv);
        }
        ASN1Sequence sequence = ASN1Sequence.getInstance(parameters);
        int bits = ASN1Integer.getInstance(sequence.getObjectAt(sequence.size() - 1))
                .intValueExact();
        if (bits % Byte.SIZE != 0 || bits < CAST_40_KEY * Byte.SIZE || bits > CAST_128_KEY * Byte.SIZE) {
            throw new MalformedSeal("algorithm");
        }
        ASN1OctetString iv = sequence.size() > 1
                ? ASN1OctetString.getInstance(sequence.getObjectAt(0))
                : new DEROctetString(new byte[HISTORICAL_BLOCK]);
        EncryptionFormat format = bits < CAST_64_KEY * Byte.SIZE ? EncryptionFormat.CAST_40 : EncryptionFormat.CAST_64;
        return cbc(format, new int[] {bits / Byte.SIZE}, identifier, iv);
    }

    private static ContentCipher cbc(
            EncryptionFormat format, int[] keyLengths, AlgorithmIdentifier identifier, ASN1OctetString iv) {
        byte[] nonce = iv.getOctets();
        if (nonce.length != (format.historical() ? HISTORICAL_BLOCK : AES_BLOCK)) {
            throw new MalformedSeal("algorithm");
        }
        return new ContentCipher(format, keyLengths, identifier, nonce, 0);
    }

    private static ASN1Encodable parameters(EncryptionFormat format, byte[] nonce) {
        return switch (format) {
            case AES_256_GCM, AES_128_GCM -> new GCMParameters(nonce, GCM_TAG);
            case CAST_64, CAST_40 -> new CAST5CBCParameters(nonce, format.keyBits());
            case AES_256_CBC, AES_128_CBC, DES -> new DEROctetString(nonce);
        };
    }

    private static ASN1ObjectIdentifier identifier(EncryptionFormat format) {
        return switch (format) {
            case AES_256_GCM -> NISTObjectIdentifiers.id_aes256_GCM;
            case AES_256_CBC -> NISTObjectIdentifiers.id_aes256_CBC;
            case AES_128_GCM -> NISTObjectIdentifiers.id_aes128_GCM;
            case AES_128_CBC -> NISTObjectIdentifiers.id_aes128_CBC;
            case DES -> OIWObjectIdentifiers.desCBC;
            case CAST_64, CAST_40 -> MiscObjectIdentifiers.cast5CBC;
        };
    }

    private static int keyLength(EncryptionFormat format) {
        return format == EncryptionFormat.DES ? DES_KEY : format.keyBits() / Byte.SIZE;
    }
}
