package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Jobs and their failed attempts. */
@Dependent
public class EncryptionJobRepository {
    private final EntityManager database;

    @Inject
    public EncryptionJobRepository(EntityManager database) {
        this.database = database;
    }

    /** Writes the job at once: a second job for the same draft fails on the database's constraint. */
    public void add(EncryptionJob job) {
        database.persist(job);
        database.flush();
    }

    public Optional<EncryptionJob> byId(long id) {
        return Optional.ofNullable(database.find(EncryptionJob.class, id));
    }

    /** The job, locked until the end of the transaction: for people's decisions, which go before a running attempt. */
    public Optional<EncryptionJob> lock(long id) {
        return Optional.ofNullable(database.find(EncryptionJob.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The job that an earlier click on Send made of the draft. */
    public Optional<EncryptionJob> byDraft(MailboxId sender, String draftKey) {
        return database.createNamedQuery(EncryptionJob.BY_DRAFT, EncryptionJob.class)
                .setParameter("sender", sender.value())
                .setParameter("draftKey", draftKey)
                .getResultStream()
                .findFirst();
    }

    /**
     * Jobs, newest first.
     *
     * @param sender only this mailbox's jobs, or null for everybody's
     * @param state only those in this state, or null for all
     * @param afterKey {@link Page#nextKey()} of the page before, empty for the first page
     * @param limit rows of the page, at least 1
     */
    public Page<EncryptionJob> page(
            @Nullable MailboxId sender, @Nullable JobState state, Optional<String> afterKey, int limit) {
        List<EncryptionJob> found = database.createNamedQuery(EncryptionJob.PAGE, EncryptionJob.class)
                .setParameter("sender", sender == null ? null : sender.value())
                .setParameter("state", state)
                .setParameter("before", afterKey.map(Long::parseLong).orElse(Long.MAX_VALUE))
                .setMaxResults(limit + 1)
                .getResultList();
        return Page.of(found, limit, job -> Long.toString(job.id()));
    }

    /** How many jobs are in each state that is not finished; a state that none is in is absent. */
    public Map<JobState, Long> open() {
        return database.createNamedQuery(EncryptionJob.OPEN, JobCount.class)
                .setParameter(
                        "open",
                        Arrays.stream(JobState.values())
                                .filter(state -> !state.finished())
                                .toList())
                .getResultStream()
                .collect(Collectors.toMap(JobCount::state, JobCount::jobs));
    }

    /** Jobs in that state since before that time, oldest first, at most {@code limit} of them. */
    public List<EncryptionJob> resting(JobState state, Instant since, int limit) {
        return database.createNamedQuery(EncryptionJob.RESTING, EncryptionJob.class)
                .setParameter("state", state)
                .setParameter("since", since)
                .setMaxResults(limit)
                .getResultList();
    }

    public void add(JobAttempt attempt) {
        database.persist(attempt);
    }

    /** The job's failed attempts, newest first. */
    public List<JobAttempt> attempts(long jobId) {
        return database.createNamedQuery(JobAttempt.OF_JOB, JobAttempt.class)
                .setParameter("jobId", jobId)
                .getResultList();
    }
}
