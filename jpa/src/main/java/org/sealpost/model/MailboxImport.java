package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sealpost.pki.Fingerprint;
import org.sealpost.transfer.TransferFile;

/**
 * A file with mailboxes of another Key Manager. It is looked at first; who can be taken in is, when enough people agree.
 * {@link ImportVerb} says which move is right; every other throws {@link WrongTransferState} and changes nothing.
 */
@Entity
@Table(name = "mailbox_import")
@NamedQuery(name = MailboxImport.PAGE, query = "select i from MailboxImport i where i.id < :before order by i.id desc")
@NamedQuery(
        name = MailboxImport.OVERDUE,
        query = "select i from MailboxImport i where i.state = org.sealpost.model.ImportState.LOOKED"
                + " and i.lookedAt < :before order by i.id")
public class MailboxImport {
    static final String PAGE = "MailboxImport.page";
    static final String OVERDUE = "MailboxImport.overdue";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "transfer_number", nullable = false)
    private String number;

    @Column(nullable = false)
    private String recipient;

    @Column(nullable = false)
    private String authority;

    @Column(nullable = false)
    private String organisation;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ImportState state;

    @Column(name = "sealed_at", nullable = false)
    private Instant sealedAt;

    @Column(name = "looked_by", nullable = false)
    private String lookedBy;

    @Column(name = "looked_at", nullable = false)
    private Instant lookedAt;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected MailboxImport() {}

    /**
     * One that was looked at.
     *
     * @param authority the fingerprint that was confirmed
     * @param by login name
     */
    public MailboxImport(TransferFile file, Fingerprint authority, String by, Instant at) {
        this.number = file.number();
        this.recipient = file.recipient().hex();
        this.authority = authority.hex();
        this.organisation = file.organisation();
        this.state = ImportState.LOOKED;
        this.sealedAt = file.sealedAt();
        this.lookedBy = by;
        this.lookedAt = at;
        this.changedAt = at;
    }

    /** Makes that move. */
    public void move(ImportVerb verb, Instant at) {
        check(verb);
        state = verb.to();
        changedAt = at;
    }

    /** Refuses what is no right move now. */
    public void check(ImportVerb verb) {
        if (!state.allows(verb)) {
            throw WrongTransferState.ofImport(id(), state, verb);
        }
    }

    /** Number here, given when it is added. */
    public long id() {
        if (id == null) {
            throw new IllegalStateException("not added yet");
        }
        return id;
    }

    /** Number of the export, which the other Key Manager gave it. */
    public String number() {
        return number;
    }

    /** The certificate of ours that the keys are sealed to. */
    public Fingerprint recipient() {
        return new Fingerprint(recipient);
    }

    /** Of the authority's certificate that the other organisation has. */
    public Fingerprint authority() {
        return new Fingerprint(authority);
    }

    /** The other organisation in its own words. */
    public String organisation() {
        return organisation;
    }

    public ImportState state() {
        return state;
    }

    public Instant sealedAt() {
        return sealedAt;
    }

    /** Login name. */
    public String lookedBy() {
        return lookedBy;
    }

    public Instant lookedAt() {
        return lookedAt;
    }

    /** When its state changed last. */
    public Instant changedAt() {
        return changedAt;
    }

    /** How the audit log names it. */
    public String label() {
        return "import " + id() + " (" + number + ")";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MailboxImport that && id != null && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return number.hashCode();
    }
}
