package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A certificate of another authority whose key came into escrow with its owner. It vouches for nothing here: nobody is
 * sealed to by it, and it is on none of our lists; it only says which messages its key opens.
 */
@Entity
@Table(name = "moved_certificate")
public class MovedCertificate {
    @Id
    private String serial;

    @Column(nullable = false)
    private String mailbox;

    @Column(name = "import_id", nullable = false)
    private long importId;

    @Column(nullable = false)
    private byte[] encoded;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected MovedCertificate() {}

    /** @param importId number of the import that brought it */
    public MovedCertificate(Serial serial, MailboxId mailbox, long importId, byte[] encoded) {
        this.serial = serial.value();
        this.mailbox = mailbox.value();
        this.importId = importId;
        this.encoded = encoded.clone();
    }

    public Serial serial() {
        return new Serial(serial);
    }

    public MailboxId mailbox() {
        return new MailboxId(mailbox);
    }

    /** DER. */
    public byte[] encoded() {
        return encoded.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MovedCertificate that && serial.equals(that.serial);
    }

    @Override
    public int hashCode() {
        return serial.hashCode();
    }
}
