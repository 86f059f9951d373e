package org.sealpost.pki;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.security.auth.DestroyFailedException;

/**
 * A private key with its certificate. Closing destroys the key where its provider can; the JDK's and Bouncy Castle's
 * objects cannot be wiped and only become garbage.
 */
public record OwnedKey(PrivateKey privateKey, X509Certificate certificate) implements AutoCloseable {
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

    /** The certificate's serial number only. */
    @Override
    public String toString() {
        return "OwnedKey[" + certificate.getSerialNumber().toString(16) + "]";
    }
}
