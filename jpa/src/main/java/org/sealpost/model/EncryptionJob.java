package org.sealpost.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One message on its way from Send to the mailboxes.
 *
 * <p>A click on Send makes the job and puts its number on the queue. The consumer seals the message to everybody as
 * they are then and delivers ({@link #deliver}); while the spool cannot be opened the job waits ({@link #await}); if
 * somebody can no longer be sealed to it is held ({@link #hold}) until the sender answers; when all attempts failed
 * it says why ({@link #fail}) and can be put on the queue again. {@link JobVerb} says which move is right in which
 * state; every other move throws {@link WrongJobState} and changes nothing.
 */
@Entity
@Table(name = "encryption_job")
@NamedQuery(
        name = EncryptionJob.BY_DRAFT,
        query = "select j from EncryptionJob j where j.terms.sender.mailbox = :sender and j.terms.draftKey = :draftKey")
@NamedQuery(
        name = EncryptionJob.PAGE,
        query = "select j from EncryptionJob j where (:sender is null or j.terms.sender.mailbox = :sender)"
                + " and (:state is null or j.standing.state = :state) and j.id < :before order by j.id desc")
@NamedQuery(
        name = EncryptionJob.OPEN,
        query = "select new org.sealpost.model.JobCount(j.standing.state, count(j)) from EncryptionJob j"
                + " where j.standing.state in :open group by j.standing.state")
@NamedQuery(
        name = EncryptionJob.RESTING,
        query = "select j from EncryptionJob j where j.standing.state = :state and j.standing.since < :since order by"
                + " j.id")
@WrittenByAnyServer("mail goes on on every server")
public class EncryptionJob {
    static final String BY_DRAFT = "EncryptionJob.byDraft";
    static final String PAGE = "EncryptionJob.page";
    static final String OPEN = "EncryptionJob.open";
    static final String RESTING = "EncryptionJob.resting";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    @Embedded
    private JobTerms terms;

    @Column(nullable = false)
    private boolean encrypts;

    /** Wiped with the job's end: the row goes when the reference goes. */
    @OneToOne(fetch = FetchType.LAZY, orphanRemoval = true)
    @JoinColumn(name = "spool_id")
    private @Nullable MailContent spool;

    @Column(name = "spool_sealed", nullable = false)
    private boolean spoolSealed;

    @Column(name = "size_bytes", nullable = false)
    private long size;

    @Embedded
    private JobStanding standing;

    @Column(nullable = false)
    private int retries;

    @ElementCollection
    @CollectionTable(name = "job_recipient", joinColumns = @JoinColumn(name = "job_id"))
    @OrderColumn(name = "position")
    private List<JobRecipient> recipients = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected EncryptionJob() {}

    /**
     * A job for a message that lies in the spool.
     *
     * @param encrypts whether every copy is to be encrypted; the spool content is sealed to the spool key exactly then
     * @param recipients without the sender, at least one
     */
    public EncryptionJob(JobTerms terms, boolean encrypts, List<JobRecipient> recipients, MailContent spool) {
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("a job has a recipient");
        }
        this.terms = terms;
        this.encrypts = encrypts;
        this.spoolSealed = encrypts;
        this.recipients = new ArrayList<>(recipients);
        this.spool = spool;
        this.size = spool.size();
        this.standing = JobStanding.queued(terms.at());
    }

    /** Nothing can be done before the spool key is in memory again. */
    public void await(JobReason why, Instant at) {
        standing = standing.move(JobVerb.WAIT, JobState.WAITING, why, at);
    }

    /** On the queue again, by the sweeper or by somebody's click; an attempt after a failure counts as a retry. */
    public void requeue(Instant at) {
        retries += state() == JobState.FAILED ? 1 : 0;
        standing = standing.move(JobVerb.REQUEUE, JobState.QUEUED, null, at);
    }

    /** Somebody can no longer be sealed to: the sender decides. */
    public void hold(JobReason why, Instant at) {
        standing = standing.move(JobVerb.HOLD, JobState.HELD, why, at);
    }

    /** The sender wants it tried again as it is, for instance because somebody was enabled meanwhile. */
    public void tryAgain(Instant at) {
        standing = standing.move(JobVerb.ANSWER, JobState.QUEUED, null, at);
    }

    /**
     * The sender gives these recipients up.
     *
     * @throws IllegalArgumentException when nobody would be left: then only plain or cancel make sense
     */
    public void drop(Collection<MailboxId> given, Instant at) {
        List<JobRecipient> rest =
                recipients.stream().filter(r -> !given.contains(r.id())).toList();
        if (rest.isEmpty()) {
            throw new IllegalArgumentException("a job has a recipient");
        }
        standing = standing.move(JobVerb.ANSWER, JobState.QUEUED, null, at);
        recipients.retainAll(rest);
    }

    /** The sender wants it delivered unencrypted to everybody. A signature that it carries stays. */
    public void goPlain(Instant at) {
        standing = standing.move(JobVerb.ANSWER, JobState.QUEUED, null, at);
        encrypts = false;
    }

    /** All attempts failed, or nothing carries mail to somebody outside. */
    public void fail(JobReason why, Instant at) {
        standing = standing.move(JobVerb.FAIL, JobState.FAILED, why, at);
    }

    /** Every copy is in its mailbox; the spool goes with this move. */
    public void deliver(Instant at) {
        standing = standing.move(JobVerb.DELIVER, JobState.DELIVERED, null, at);
        spool = null;
    }

    /** Taken back; the spool goes with this move. */
    public void cancel(Instant at) {
        standing = standing.move(JobVerb.CANCEL, JobState.CANCELLED, null, at);
        spool = null;
    }

    /** @throws IllegalStateException before it was stored */
    public long id() {
        if (id == null) {
            throw new IllegalStateException("the job was not stored yet");
        }
        return id;
    }

    public JobTerms terms() {
        return terms;
    }

    public MailboxId sender() {
        return terms.sender().id();
    }

    public boolean encrypts() {
        return encrypts;
    }

    /** Where the message lies; empty once the job is finished. */
    public Optional<MailContent> spool() {
        return Optional.ofNullable(spool);
    }

    /** Whether the spool content opens with the spool key only. */
    public boolean spoolSealed() {
        return spoolSealed;
    }

    /** Octets in the spool when it was sent. */
    public long size() {
        return size;
    }

    public JobState state() {
        return standing.state();
    }

    /** Why it waits, is held or failed; empty in the other states. */
    public Optional<JobReason> reason() {
        return standing.reason();
    }

    /** How often somebody had it tried again after it had failed. */
    public int retries() {
        return retries;
    }

    /** When the state changed last. */
    public Instant changedAt() {
        return standing.since();
    }

    /** Without the sender. */
    public List<JobRecipient> recipients() {
        return List.copyOf(recipients);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EncryptionJob that
                && sender().equals(that.sender())
                && terms.draftKey().equals(that.terms.draftKey());
    }

    @Override
    public int hashCode() {
        return terms.draftKey().hashCode();
    }
}
