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

/** One mailbox of an import, and what was found or became of it. */
@Entity
@Table(name = "imported_mailbox")
@NamedQuery(
        name = ImportedMailbox.PAGE,
        query = "select m from ImportedMailbox m where m.id.importId = :transfer and m.id.position > :after"
                + " order by m.id.position")
public class ImportedMailbox {
    static final String PAGE = "ImportedMailbox.page";

    @EmbeddedId
    private Key id;

    @Column(nullable = false)
    private String mailbox;

    @Column(nullable = false)
    private String address;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ArrivalState state;

    @Column(name = "key_count", nullable = false)
    private int keys;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected ImportedMailbox() {}

    /**
     * What a look found.
     *
     * @param id place in the file, from 1 on
     * @param address in the directory here; as the file has it when the directory knows nobody
     */
    public ImportedMailbox(Key id, MailboxId mailbox, String address, ArrivalState state, int keys) {
        this.id = id;
        this.mailbox = mailbox.value();
        this.address = address;
        this.state = state;
        this.keys = keys;
    }

    /** What became of it. */
    public void become(ArrivalState outcome) {
        state = outcome;
    }

    /** Place in the file, from 1 on. */
    public int position() {
        return id.position();
    }

    public MailboxId mailbox() {
        return new MailboxId(mailbox);
    }

    public String address() {
        return address;
    }

    public ArrivalState state() {
        return state;
    }

    /** How many keys come with it. */
    public int keys() {
        return keys;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ImportedMailbox that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /**
     * A place in an import.
     *
     * @param importId number of the import
     * @param position from 1 on
     */
    @Embeddable
    public record Key(
            @Column(name = "import_id", nullable = false) long importId,
            @Column(name = "position", nullable = false) int position)
            implements Serializable {}
}
