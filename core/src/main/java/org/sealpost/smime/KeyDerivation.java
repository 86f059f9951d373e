package org.sealpost.smime;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.ecc.ECCCMSSharedInfo;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;

/** From the secret that a key agreement gives to the wrapping key (RFC 5753 section 7.2, ANSI X9.63). */
final class KeyDerivation {

    /** On the NIST curves the cofactor is 1, so both kinds of agreement give the same secret. */
    private static final Map<ASN1ObjectIdentifier, String> DIGESTS = Map.ofEntries(
            Map.entry(X9ObjectIdentifiers.dhSinglePass_stdDH_sha1kdf_scheme, "SHA-1"),
            Map.entry(SECObjectIdentifiers.dhSinglePass_stdDH_sha224kdf_scheme, "SHA-224"),
            Map.entry(SECObjectIdentifiers.dhSinglePass_stdDH_sha256kdf_scheme, "SHA-256"),
            Map.entry(SECObjectIdentifiers.dhSinglePass_stdDH_sha384kdf_scheme, "SHA-384"),
            Map.entry(SECObjectIdentifiers.dhSinglePass_stdDH_sha512kdf_scheme, "SHA-512"),
            Map.entry(X9ObjectIdentifiers.dhSinglePass_cofactorDH_sha1kdf_scheme, "SHA-1"),
            Map.entry(SECObjectIdentifiers.dhSinglePass_cofactorDH_sha224kdf_scheme, "SHA-224"),
            Map.entry(SECObjectIdentifiers.dhSinglePass_cofactorDH_sha256kdf_scheme, "SHA-256"),
            Map.entry(SECObjectIdentifiers.dhSinglePass_cofactorDH_sha384kdf_scheme, "SHA-384"),
            Map.entry(SECObjectIdentifiers.dhSinglePass_cofactorDH_sha512kdf_scheme, "SHA-512"));

    private KeyDerivation() {}

    /** The digest of a key agreement scheme; empty when it is unknown. */
    static Optional<String> digest(ASN1ObjectIdentifier scheme) {
        return Optional.ofNullable(DIGESTS.get(scheme));
    }

    /** The other input of the derivation: which key is made, and of what length. */
    static byte[] sharedInfo(AlgorithmIdentifier wrap, int keyLength, byte[] userKeyingMaterial) {
        byte[] bits =
                ByteBuffer.allocate(Integer.BYTES).putInt(keyLength * Byte.SIZE).array();
        return Der.encode(
                userKeyingMaterial.length == 0
                        ? new ECCCMSSharedInfo(wrap, bits)
                        : new ECCCMSSharedInfo(wrap, userKeyingMaterial, bits));
    }

    /** Derives a key; wipes the secret. */
    static SecretBytes derive(String digestName, byte[] secret, byte[] sharedInfo, int length, Providers providers)
            throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance(digestName, providers.digest());
        byte[] key = new byte[length];
        int filled = 0;
        for (int counter = 1; filled < length; counter++) {
            digest.update(secret);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(counter).array());
            byte[] block = digest.digest(sharedInfo);
            int taken = Math.min(block.length, length - filled);
            System.arraycopy(block, 0, key, filled, taken);
            Arrays.fill(block, (byte) 0);
            filled += taken;
        }
        Arrays.fill(secret, (byte) 0);
        return SecretBytes.taking(key);
    }
}
