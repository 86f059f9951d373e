package org.sealpost.resealing;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.sealpost.crypto.Providers;
import org.sealpost.epf.SecurityFile;
import org.sealpost.model.MailboxId;
import org.sealpost.pki.OwnedKey;
import org.sealpost.smime.DecryptionKey;

/**
 * One worker's hold of a mailbox: the owner's keys, in memory alone, for as long as the consent stands. Closing it wipes
 * them. It is used by one thread at a time.
 */
final class ResealingWork implements AutoCloseable {
    /** How often a message gets another turn because its owner has opened it during the one before. */
    private static final int TRIES = 3;

    private final Whose whose;
    private final String worker;
    private final Consent consent;
    private final List<DecryptionKey> keys;
    private long message;
    private int tries;

    /**
     * Whose mail it is.
     *
     * @param login of whoever has given the consent, for the audit log
     */
    record Whose(MailboxId mailbox, String login) {}

    /**
     * @param worker a number of its own
     * @param keys belong to it from now on
     */
    ResealingWork(Whose whose, String worker, Consent consent, List<DecryptionKey> keys) {
        this.whose = whose;
        this.worker = worker;
        this.consent = consent;
        this.keys = keys;
    }

    /** Copies of the keys of a security file, which remains the caller's to close. */
    static List<DecryptionKey> keys(SecurityFile file, Providers providers) {
        return file.encryption().stream()
                .map((OwnedKey key) -> new DecryptionKey(key, providers))
                .toList();
    }

    MailboxId mailbox() {
        return whose.mailbox();
    }

    String login() {
        return whose.login();
    }

    String worker() {
        return worker;
    }

    List<DecryptionKey> keys() {
        return keys;
    }

    /** Whether what is sealed to that certificate can be opened. */
    boolean opens(X509Certificate certificate) {
        return keys.stream().anyMatch(key -> key.certificate().equals(certificate));
    }

    boolean mayGoOn(Instant now) {
        return consent.stands(now);
    }

    /** Whose turn it is now. */
    void turnOf(long id) {
        if (message != id) {
            tries = 0;
        }
        message = id;
    }

    /** Whose turn it was last. */
    long message() {
        return message;
    }

    /** Whether that message may have another turn. */
    boolean mayTryAgain() {
        tries++;
        return tries < TRIES;
    }

    @Override
    public void close() {
        keys.forEach(DecryptionKey::close);
    }
}
