package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * A user's security file, kept here with the user's consent so that the web mailbox can use it. It is sealed under a
 * password that only the user knows.
 */
@Entity
@Table(name = "roaming_file")
@WrittenByAnyServer("the file is sealed under its owner's password")
public class RoamingFile {
    @Id
    private String mailbox;

    @Column(nullable = false)
    private byte[] content;

    @Column(name = "stored_at", nullable = false)
    private Instant storedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected RoamingFile() {}

    /** @param content the sealed .epf file as the user's mail program would read it */
    public RoamingFile(MailboxId mailbox, byte[] content, Instant at) {
        this.mailbox = mailbox.value();
        this.content = content.clone();
        this.storedAt = at;
    }

    /** Puts a newer file in its place: after another enrolment or a change of password. */
    public void replace(byte[] newer, Instant at) {
        this.content = newer.clone();
        this.storedAt = at;
    }

    public MailboxId mailbox() {
        return new MailboxId(mailbox);
    }

    public byte[] content() {
        return content.clone();
    }

    public Instant storedAt() {
        return storedAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RoamingFile that && mailbox.equals(that.mailbox);
    }

    @Override
    public int hashCode() {
        return mailbox.hashCode();
    }
}
