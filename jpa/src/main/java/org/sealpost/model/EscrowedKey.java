package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * The private half of an encryption pair, sealed to the escrow key. It is deposited before the certificate is issued
 * and never changed or removed, so that old mail stays readable through every renewal and recovery.
 */
@Entity
@Table(name = "escrowed_key")
@NamedQuery(
        name = EscrowedKey.OF_MAILBOX,
        query = "select k from EscrowedKey k where k.mailbox = :mailbox order by k.depositedAt desc, k.serial")
public class EscrowedKey {
    static final String OF_MAILBOX = "EscrowedKey.ofMailbox";

    /** Serial number of the certificate, lower-case hexadecimal. */
    @Id
    private String serial;

    @Column(nullable = false)
    private String mailbox;

    @Column(nullable = false)
    private byte[] sealed;

    @Column(name = "deposited_at", nullable = false)
    private Instant depositedAt;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected EscrowedKey() {}

    /**
     * @param serial of the certificate that the key belongs to
     * @param sealed the key, sealed to the escrow key with the mailbox and the serial number as associated data
     */
    public EscrowedKey(MailboxId mailbox, Serial serial, byte[] sealed, Instant at) {
        this.serial = serial.value();
        this.mailbox = mailbox.value();
        this.sealed = sealed.clone();
        this.depositedAt = at;
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
