package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * The private half of an encryption pair, sealed to the escrow key. It is deposited before the certificate is issued
 * and never removed, so that old mail stays readable through every renewal and recovery; only a new version of the
 * escrow key seals it anew ({@link #move}).
 */
@Entity
@Table(name = "escrowed_key")
@NamedQuery(
        name = EscrowedKey.OF_MAILBOX,
        query = "select k from EscrowedKey k where k.mailbox = :mailbox order by k.depositedAt desc, k.serial")
@NamedQuery(
        name = EscrowedKey.PAGE,
        query = "select k from EscrowedKey k where k.serial > :after and k.escrowVersion < :below order by k.serial")
@NamedQuery(
        name = EscrowedKey.COUNT,
        query = "select k.escrowVersion, count(k) from EscrowedKey k group by k.escrowVersion")
public class EscrowedKey {
    static final String OF_MAILBOX = "EscrowedKey.ofMailbox";
    static final String PAGE = "EscrowedKey.page";
    static final String COUNT = "EscrowedKey.count";

    /** Serial number of the certificate, lower-case hexadecimal. */
    @Id
    private String serial;

    @Column(nullable = false)
    private String mailbox;

    @Column(nullable = false)
    private byte[] sealed;

    @Column(name = "deposited_at", nullable = false)
    private Instant depositedAt;

    @Column(name = "escrow_version", nullable = false)
    private int escrowVersion;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected EscrowedKey() {}

    /**
     * @param serial of the certificate that the key belongs to
     * @param escrowVersion version of the escrow key that it is sealed to, 1 for the first
     * @param sealed the key, sealed to the escrow key with the mailbox and the serial number as associated data
     */
    public EscrowedKey(MailboxId mailbox, Serial serial, int escrowVersion, byte[] sealed, Instant at) {
        this.serial = serial.value();
        this.mailbox = mailbox.value();
        this.sealed = sealed.clone();
        this.escrowVersion = escrowVersion;
        this.depositedAt = at;
    }

    /** It is sealed to a newer version of the escrow key from now on. */
    public void move(int newerVersion, byte[] sealedAnew) {
        if (newerVersion <= escrowVersion) {
            throw new IllegalArgumentException("key " + serial + " is sealed to version " + escrowVersion);
        }
        escrowVersion = newerVersion;
        sealed = sealedAnew.clone();
    }

    public Serial serial() {
        return new Serial(serial);
    }

    public MailboxId mailbox() {
        return new MailboxId(mailbox);
    }

    public byte[] sealed() {
        return sealed.clone();
    }

    /** Version of the escrow key that it is sealed to. */
    public int escrowVersion() {
        return escrowVersion;
    }

    public Instant depositedAt() {
        return depositedAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EscrowedKey that && serial.equals(that.serial);
    }

    @Override
    public int hashCode() {
        return serial.hashCode();
    }
}
