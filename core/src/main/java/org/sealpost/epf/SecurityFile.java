package org.sealpost.epf;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.sealpost.pki.OwnedKey;

/**
 * An opened security file; closing it destroys its keys.
 *
 * @param mailbox the address that the signing certificate names
 * @param signing the signing pair
 * @param encryption the encryption keys, newest first; old ones open old mail
 * @param authorities certificates of the authorities
 */
public record SecurityFile(
        String mailbox, OwnedKey signing, List<OwnedKey> encryption, List<X509Certificate> authorities)
        implements AutoCloseable {
    /** Keeps copies. */
    public SecurityFile {
        if (encryption.isEmpty()) {
            throw new IllegalArgumentException("a security file needs an encryption key");
        }
        encryption = List.copyOf(encryption);
        authorities = List.copyOf(authorities);
    }

    /** The encryption key in use. */
    public OwnedKey currentEncryption() {
        return encryption.get(0);
    }

    /** The file after renewal of the encryption key, newest first; it owns the keys now, so close only the result. */
    public SecurityFile withEncryption(OwnedKey newest) {
        List<OwnedKey> history = new ArrayList<>(encryption);
        history.add(0, newest);
        return new SecurityFile(mailbox, signing, history, authorities);
    }

    /** The file after renewal of the signing key, without the old one; it owns the keys now, close only the result. */
    public SecurityFile withSigning(OwnedKey renewed) {
        return new SecurityFile(mailbox, renewed, encryption, authorities);
    }

    @Override
    public void close() {
        signing.close();
        encryption.forEach(OwnedKey::close);
    }

    /** Mailbox and counts only. */
    @Override
    public String toString() {
        return "SecurityFile[" + mailbox + ", " + encryption.size() + " encryption keys]";
    }
}
