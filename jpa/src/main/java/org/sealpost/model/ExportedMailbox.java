package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One mailbox of an export. It changes in the same transaction as the mailbox itself. */
@Entity
@Table(name = "exported_mailbox")
@NamedQuery(
        name = ExportedMailbox.PAGE,
        query = "select m from ExportedMailbox m where m.id.exportId = :transfer and m.id.mailbox > :after"
                + " order by m.id.mailbox")
@NamedQuery(
        name = ExportedMailbox.LEAVING,
        query = "select m.id.exportId from ExportedMailbox m where m.id.mailbox = :mailbox"
                + " and m.state = org.sealpost.model.DepartureState.LEAVING and exists (select e from MailboxExport e"
                + " where e.id = m.id.exportId and e.state in (org.sealpost.model.ExportState.ASKED,"
                + " org.sealpost.model.ExportState.SEALED))")
public class ExportedMailbox {
    static final String PAGE = "ExportedMailbox.page";
    static final String LEAVING = "ExportedMailbox.leaving";

    @EmbeddedId
    private Key id;

    @Column(nullable = false)
    private String address;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private DepartureState state;

    @Column(name = "key_count", nullable = false)
    private int keys;

    @Column(name = "moved_at")
    private @Nullable Instant movedAt;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected ExportedMailbox() {}

    /** @param keys how many there were when it was asked for */
    public ExportedMailbox(long export, Mailbox mailbox, int keys) {
        this.id = new Key(export, mailbox.id().value());
        this.address = mailbox.address();
        this.state = DepartureState.LEAVING;
        this.keys = keys;
    }

    /** The file was made with so many keys. */
    public void seal(int count) {
        keys = count;
    }

    /** The other Key Manager has it. */
    public void arrive(Instant at) {
        state = DepartureState.MOVED;
        movedAt = at;
    }

    public MailboxId mailbox() {
        return new MailboxId(id.mailbox());
    }

    public String address() {
        return address;
    }

    public DepartureState state() {
        return state;
    }

    /** How many keys go with it. */
    public int keys() {
        return keys;
    }

    public Optional<Instant> movedAt() {
        return Optional.ofNullable(movedAt);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExportedMailbox that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** A mailbox is in an export once. */
    @Embeddable
    record Key(
            @Column(name = "export_id", nullable = false) long exportId,
            @Column(name = "mailbox", nullable = false) String mailbox)
            implements Serializable {}
}
