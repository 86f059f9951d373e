package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * The octets of a message, shared by all mailboxes that hold the same copy, or a message in the spool. The octets
 * themselves lie in chunks ({@link ContentRepository}), so that nobody holds a large message in memory.
 */
@Entity
@Table(name = "mail_content")
@NamedQuery(
        name = MailContent.REMOVE_UNHELD,
        query = "delete from MailContent c where c.id = :id"
                + " and not exists (select m from StoredMessage m where m.content.id = c.id)")
@WrittenByAnyServer("mail goes on on every server")
public class MailContent {
    static final String REMOVE_UNHELD = "MailContent.removeUnheld";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "size_bytes", nullable = false)
    private long size;

    /** Empty; {@link ContentRepository} fills it. */
    protected MailContent() {}

    /** @throws IllegalStateException before it was stored */
    public long id() {
        if (id == null) {
            throw new IllegalStateException("the content was not stored yet");
        }
        return id;
    }

    /** Number of octets. */
    public long size() {
        return size;
    }

    void grow(int octets) {
        size += octets;
    }
}
