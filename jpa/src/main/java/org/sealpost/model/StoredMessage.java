package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.pki.Finding;

/**
 * A message in a folder of a mailbox. It arrives by a job, once for each job, owner and folder however often the job
 * runs, or is a notice of the Key Manager; it is opened ({@link #opened}) and at last deleted. Its content is shared with
 * the other mailboxes that got the same copy.
 *
 * <p>What opening a sealed message found out is remembered in two marks that give nothing of its content away: that it
 * brings attachments, without their names, number or sizes (its own size, which was in the clear all along, says as
 * much), and whether its signature held. Before its owner has opened it, a sealed message carries neither mark.
 */
@Entity
@Table(name = "stored_message")
@NamedQuery(
        name = StoredMessage.PAGE,
        query = "select m from StoredMessage m where m.owner = :owner and m.folder = :folder and m.id < :before"
                + " and (lower(m.subject) like :text escape '!' or lower(m.senderAddress) like :text escape '!'"
                + " or lower(m.senderName) like :text escape '!' or lower(m.recipientLine) like :text escape '!')"
                + " order by m.id desc")
@NamedQuery(
        name = StoredMessage.UNSEEN,
        query = "select count(m) from StoredMessage m where m.owner = :owner"
                + " and m.folder = org.sealpost.model.Folder.INBOX and m.seen = false")
@WrittenByAnyServer("mail goes on on every server")
public class StoredMessage {
    static final String PAGE = "StoredMessage.page";
    static final String UNSEEN = "StoredMessage.unseen";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    /** The job that delivered it; null for what the Key Manager itself wrote. */
    @Column(name = "job_id")
    private @Nullable Long jobId;

    @Column(nullable = false)
    private String owner;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Folder folder;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "content_id")
    private MailContent content;

    @Column(name = "sender_address", nullable = false)
    private String senderAddress;

    @Column(name = "sender_name", nullable = false)
    private String senderName;

    @Column(name = "recipient_line", nullable = false)
    private String recipientLine;

    /** Blind copies: known to the sender's copy in Sent and to nobody else's. */
    @Column(name = "bcc_line")
    private @Nullable String bccLine;

    @Column(nullable = false)
    private String subject;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Seal seal;

    private @Nullable String format;

    @Column(name = "size_bytes", nullable = false)
    private long size;

    @Column(name = "arrived_at", nullable = false)
    private Instant arrivedAt;

    @Column(nullable = false)
    private boolean seen;

    @Column(nullable = false)
    private boolean files;

    @Enumerated(EnumType.STRING)
    private Finding.@Nullable Outcome signature;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected StoredMessage() {}

    private StoredMessage(
            @Nullable Long jobId, MailboxId owner, Folder folder, MailContent content, MessageLabel label) {
        this.jobId = jobId;
        this.owner = owner.value();
        this.folder = folder;
        this.content = content;
        this.senderAddress = label.senderAddress();
        this.senderName = label.senderName();
        this.recipientLine = label.recipientLine();
        this.subject = label.subject();
        this.seal = label.seal();
        this.format = label.format().orElse(null);
        this.size = content.size();
        this.files = label.files();
        this.arrivedAt = label.arrivedAt();
    }

    /** A message that arrives at a recipient, unread. */
    public static StoredMessage received(long jobId, MailboxId owner, MailContent content, MessageLabel label) {
        return new StoredMessage(jobId, owner, Folder.INBOX, content, label);
    }

    /** A message that the Key Manager wrote, unread; no job stands behind it. */
    public static StoredMessage notice(MailboxId owner, MailContent content, MessageLabel label) {
        return new StoredMessage(null, owner, Folder.INBOX, content, label);
    }

    /** A copy of what the Key Manager wrote on somebody's behalf, for that person's Sent, already read. */
    public static StoredMessage copy(MailboxId owner, MailContent content, MessageLabel label) {
        StoredMessage copy = new StoredMessage(null, owner, Folder.SENT, content, label);
        copy.seen = true;
        return copy;
    }

    /**
     * The sender's own copy, already read.
     *
     * @param bccLine the blind copies for the sender to read; empty when there were none
     */
    public static StoredMessage sent(
            long jobId, MailboxId owner, MailContent content, MessageLabel label, String bccLine) {
        StoredMessage copy = new StoredMessage(jobId, owner, Folder.SENT, content, label);
        copy.bccLine = bccLine.isEmpty() ? null : MessageLabel.cut(bccLine, MessageLabel.MAX_LINE);
        copy.seen = true;
        return copy;
    }

    /**
     * Its owner has opened it.
     *
     * @param brings whether there are attachments in it
     * @param held how its signatures stand at this moment, the worst of them; empty when there are none
     */
    public void opened(boolean brings, Optional<Finding.Outcome> held) {
        seen = true;
        files = brings;
        signature = held.orElse(null);
        seal = Seal.of(held.isPresent(), seal.encrypted());
    }

    /** Its owner has opened it and seen in which format it is; another program may have sealed it. */
    public void isIn(EncryptionFormat seen) {
        format = seen.name();
    }

    /** The same message lies in a new envelope, which is this mailbox's alone; all else that is known of it stays. */
    void reseal(MailContent fresh, EncryptionFormat into) {
        content = fresh;
        size = fresh.size();
        format = into.name();
    }

    /** @throws IllegalStateException before it was stored */
    public long id() {
        if (id == null) {
            throw new IllegalStateException("the message was not stored yet");
        }
        return id;
    }

    public MailboxId owner() {
        return new MailboxId(owner);
    }

    public Folder folder() {
        return folder;
    }

    public MailContent content() {
        return content;
    }

    /** Blind copies, in the sender's copy only. */
    public Optional<String> bccLine() {
        return Optional.ofNullable(bccLine);
    }

    public MessageLabel label() {
        return new MessageLabel(
                senderAddress, senderName, recipientLine, subject, seal, Optional.ofNullable(format), files, arrivedAt);
    }

    /** Octets as stored, which for an encrypted message is about a third more than what it holds. */
    public long size() {
        return size;
    }

    public boolean seen() {
        return seen;
    }

    /** How its signatures stood when it was opened last; empty before, and when there are none. */
    public Optional<Finding.Outcome> signature() {
        return Optional.ofNullable(signature);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredMessage that
                && Objects.equals(jobId, that.jobId)
                && owner.equals(that.owner)
                && folder == that.folder
                && content.id() == that.content.id();
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(jobId) * 31 + owner.hashCode();
    }
}
