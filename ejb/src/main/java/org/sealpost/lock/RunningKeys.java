package org.sealpost.lock;

import org.sealpost.crypto.SecretBytes;
import org.sealpost.pki.CertificateAuthority;

/**
 * The keys that are in memory only while the Key Manager runs.
 *
 * @param authority signs certificates and revocation lists
 * @param escrowKey opens escrowed keys
 * @param poolKey wraps the stock of pairs made ahead
 */
public record RunningKeys(CertificateAuthority authority, SecretBytes escrowKey, SecretBytes poolKey)
        implements AutoCloseable {
    @Override
    public void close() {
        authority.close();
        escrowKey.close();
        poolKey.close();
    }

    /** Nothing of the keys. */
    @Override
    public String toString() {
        return "RunningKeys";
    }
}
