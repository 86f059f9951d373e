package org.sealpost.pki;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import javax.security.auth.DestroyFailedException;
import org.sealpost.crypto.Providers;

/**
 * A private key with its certificate. Closing destroys the key where its provider can; the JDK's and Bouncy Castle's
 * objects cannot be wiped and only become garbage.
 */
public record OwnedKey(PrivateKey privateKey, X509Certificate certificate) implements AutoCloseable {
    private static final byte[] PROBE = "sealpost key check".getBytes(StandardCharsets.US_ASCII);

    @Override
    public void close() {
        if (privateKey.isDestroyed()) {
            return;
        }
        try {
            privateKey.destroy();
        } catch (DestroyFailedException e) {
            // the default of java.security: nothing to wipe in this provider's key class
            return;
        }
    }

    /** Whether a private key is the other half of a public one: what it signs, the other verifies. */
    public static boolean belongTogether(Providers providers, PrivateKey privateKey, PublicKey publicKey) {
        String algorithm = publicKey.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        Provider provider = providers.signature(publicKey.getAlgorithm());
        try {
            Signature signature = Signature.getInstance(algorithm, provider);
            signature.initSign(privateKey);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(providers.adopt(publicKey));
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The certificate's serial number only. */
    @Override
    public String toString() {
        return "OwnedKey[" + certificate.getSerialNumber().toString(16) + "]";
    }
}
