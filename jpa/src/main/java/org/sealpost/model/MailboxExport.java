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
import org.sealpost.pki.Certificates;
import org.sealpost.pki.TransferCertificate;

/**
 * Mailboxes that go to another Key Manager with their key history. Until that one confirms that it has them, nothing
 * changes here. {@link ExportVerb} says which move is right in which state; every other throws
 * {@link WrongTransferState} and changes nothing.
 */
@Entity
@Table(name = "mailbox_export")
@NamedQuery(name = MailboxExport.PAGE, query = "select e from MailboxExport e where e.id < :before order by e.id desc")
public class MailboxExport {
    static final String PAGE = "MailboxExport.page";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "transfer_number", nullable = false)
    private String number;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ExportState state;

    @Column(nullable = false)
    private byte[] recipient;

    @Column(nullable = false)
    private String reason;

    @Column(name = "asked_by", nullable = false)
    private String askedBy;

    @Column(name = "asked_at", nullable = false)
    private Instant askedAt;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected MailboxExport() {}

    /**
     * One that is asked for.
     *
     * @param number a UUID, by which the other Key Manager knows it
     * @param recipient whose fingerprint was confirmed
     * @param reason in the administrator's words
     * @param by login name
     */
    public MailboxExport(String number, TransferCertificate recipient, String reason, String by, Instant at) {
        this.number = number;
        this.state = ExportState.ASKED;
        this.recipient = Certificates.der(recipient.certificate());
        this.reason = reason;
        this.askedBy = by;
        this.askedAt = at;
        this.changedAt = at;
    }

    /** Makes that move. */
    public void move(ExportVerb verb, Instant at) {
        check(verb);
        state = verb.to();
        changedAt = at;
    }

    /** Refuses what is no right move now. */
    public void check(ExportVerb verb) {
        if (!state.allows(verb)) {
            throw WrongTransferState.ofExport(id(), state, verb);
        }
    }

    /** Number here, given when it is added. */
    public long id() {
        if (id == null) {
            throw new IllegalStateException("not added yet");
        }
        return id;
    }

    /** Number between the two Key Managers. */
    public String number() {
        return number;
    }

    public ExportState state() {
        return state;
    }

    /** To whom the keys are sealed. */
    public TransferCertificate recipient() {
        return new TransferCertificate(Certificates.parse(recipient));
    }

    public String reason() {
        return reason;
    }

    /** Login name. */
    public String askedBy() {
        return askedBy;
    }

    public Instant askedAt() {
        return askedAt;
    }

    /** When its state changed last. */
    public Instant changedAt() {
        return changedAt;
    }

    /** How the audit log names it. */
    public String label() {
        return "export " + id() + " (" + number + ")";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MailboxExport that && number.equals(that.number);
    }

    @Override
    public int hashCode() {
        return number.hashCode();
    }
}
