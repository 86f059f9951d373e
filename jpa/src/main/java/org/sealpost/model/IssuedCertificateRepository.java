package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sealpost.pki.CertificateProfile;

/** Certificates of the mailboxes. */
@Dependent
public class IssuedCertificateRepository {
    private static final int ROWS_AT_ONCE = 1000;

    private final EntityManager database;

    @Inject
    public IssuedCertificateRepository(EntityManager database) {
        this.database = database;
    }

    /** Takes the serial number at once: one that was used before fails here, before anything is signed. */
    public void add(IssuedCertificate certificate) {
        database.persist(certificate);
        database.flush();
    }

    public Optional<IssuedCertificate> bySerial(Serial serial) {
        return Optional.ofNullable(database.find(IssuedCertificate.class, serial.value()));
    }

    /** The certificate, locked until the end of the transaction. */
    public Optional<IssuedCertificate> lock(Serial serial) {
        return Optional.ofNullable(
                database.find(IssuedCertificate.class, serial.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** The newest certificate of that profile that is issued, not revoked and valid at that instant. */
    public Optional<IssuedCertificate> inForce(MailboxId mailbox, CertificateProfile profile, Instant now) {
        return Optional.ofNullable(inForce(List.of(mailbox), profile, now).get(mailbox));
    }

    /** As {@link #inForce(MailboxId, CertificateProfile, Instant)} for many mailboxes with one query. */
    public Map<MailboxId, IssuedCertificate> inForce(
            Collection<MailboxId> mailboxes, CertificateProfile profile, Instant now) {
        if (mailboxes.isEmpty()) {
            return Map.of();
        }
        return database.createNamedQuery(IssuedCertificate.IN_FORCE, IssuedCertificate.class)
                .setParameter(
                        "mailboxes", mailboxes.stream().map(MailboxId::value).toList())
                .setParameter("profile", profile)
                .setParameter("now", now)
                .getResultStream()
                .collect(Collectors.toMap(IssuedCertificate::mailbox, Function.identity(), (newest, older) -> newest));
    }

    /** Every certificate that was ever issued to the mailbox, newest first, revoked ones too. */
    public List<IssuedCertificate> history(MailboxId mailbox) {
        return database.createNamedQuery(IssuedCertificate.OF_MAILBOX, IssuedCertificate.class)
                .setParameter("mailbox", mailbox.value())
                .getResultList();
    }

    /** Certificates of renewals that were begun before that instant and never confirmed, at most {@code limit}. */
    public List<IssuedCertificate> abandoned(Instant before, int limit) {
        return database.createNamedQuery(IssuedCertificate.ABANDONED, IssuedCertificate.class)
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * The newest certificates of enabled mailboxes that end within so many days and whose owners were not told so yet.
     *
     * @param limit at most so many, those that end first
     */
    public List<IssuedCertificate> ending(Instant now, int days, int limit) {
        return database.createNamedQuery(IssuedCertificate.ENDING, IssuedCertificate.class)
                .setParameter("now", now)
                .setParameter("until", now.plus(Duration.ofDays(days)))
                .setParameter("days", days)
                .setMaxResults(limit)
                .getResultList();
    }

    /** How many enabled mailboxes have one of their newest certificates end within so many days. */
    public long countEnding(Instant now, int days) {
        return database.createNamedQuery(IssuedCertificate.COUNT_ENDING, Long.class)
                .setParameter("now", now)
                .setParameter("until", now.plus(Duration.ofDays(days)))
                .getSingleResult();
    }

    /** Whether a certificate was revoked that no list has yet. */
    public boolean unlisted() {
        return !database.createNamedQuery(RevocationListRecord.UNLISTED, String.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Puts everything that was revoked by now on the list of that number, which is about to be signed. */
    public void list(long number) {
        Fence.update(database.createNamedQuery(RevocationListRecord.LIST).setParameter("number", number));
    }

    /**
     * The certificates that one list has and an earlier one had not, streamed; to be closed inside the transaction.
     * Compromised ones stay for ever, because a thief can put back the time of a signature; others leave the list once
     * they have run out for a while.
     *
     * @param base number of the earlier list; 0 for everything
     * @param number of the list, after {@link #list}
     * @param cutoff others that ran out before are left out
     */
    public Stream<RevokedSerial> listed(long base, long number, Instant cutoff) {
        return database.createNamedQuery(RevocationListRecord.LISTED, RevokedSerial.class)
                .setHint("org.hibernate.fetchSize", ROWS_AT_ONCE)
                .setParameter("base", base)
                .setParameter("number", number)
                .setParameter("cutoff", cutoff)
                .getResultStream();
    }
}
