package org.sealpost.lock;

import java.util.Optional;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.ocsp.Responder;
import org.sealpost.pki.CertificateAuthority;

/**
 * The keys that are in memory only while the Key Manager runs.
 *
 * @param authority signs certificates and revocation lists
 * @param responder signs answers about single certificates
 * @param escrowKey opens escrowed keys; empty once recovery officers share it
 * @param poolKey wraps the stock of pairs made ahead
 * @param backupKey the keys of backups are derived from it
 */
public record RunningKeys(
        CertificateAuthority authority,
        Responder responder,
        Optional<SecretBytes> escrowKey,
        SecretBytes poolKey,
        SecretBytes backupKey)
        implements AutoCloseable {
    /** The others of these keys; the escrow key is wiped. */
    RunningKeys withoutEscrowKey() {
        escrowKey.ifPresent(SecretBytes::close);
        return new RunningKeys(authority, responder, Optional.empty(), poolKey, backupKey);
    }

    @Override
    public void close() {
        authority.close();
        responder.close();
        escrowKey.ifPresent(SecretBytes::close);
        poolKey.close();
        backupKey.close();
    }

    /** Nothing of the keys. */
    @Override
    public String toString() {
        return "RunningKeys";
    }
}
