package org.sealpost.jobs;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.sealpost.audit.AuditLog;
import org.sealpost.jobs.SealingVerdict.InTheWay;
import org.sealpost.model.Act;
import org.sealpost.model.EncryptionJob;
import org.sealpost.model.EncryptionJobRepository;
import org.sealpost.model.JobState;
import org.sealpost.model.MailboxId;
import org.sealpost.model.Page;

/** The database's half of {@link JobService}. */
@ApplicationScoped
class JobDesk {
    @Inject
    EncryptionJobRepository jobs;

    @Inject
    Sealing sealing;

    @Inject
    JobQueue queue;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** The onlooker is an administrator who asks for everybody's, or has a mailbox. */
    @Transactional(Transactional.TxType.REQUIRED)
    Page<JobRow> page(Onlooker onlooker, JobQuery query) {
        return jobs.page(
                        query.everybody() ? null : onlooker.mailbox().orElseThrow(),
                        query.state().orElse(null),
                        query.afterKey(),
                        query.limit())
                .map(job -> row(onlooker, job));
    }

    @Transactional(Transactional.TxType.REQUIRED)
    Map<JobState, Long> open() {
        return jobs.open();
    }

    @Transactional(Transactional.TxType.REQUIRED)
    JobExplanation explain(Onlooker onlooker, long id) {
        EncryptionJob job = jobs.byId(id).filter(onlooker::sees).orElseThrow(NoSuchJob::new);
        return new JobExplanation(
                row(onlooker, job),
                jobs.attempts(id).stream()
                        .map(attempt -> new JobExplanation.Attempt(attempt.at(), attempt.cause()))
                        .toList(),
                job.retries());
    }

    /** The row is locked: a decision goes before an attempt under way, which then rolls back. */
    @Transactional(Transactional.TxType.REQUIRED)
    void choose(Onlooker onlooker, long id, JobChoice choice) {
        EncryptionJob job = jobs.lock(id).filter(onlooker::sees).orElseThrow(NoSuchJob::new);
        if (!onlooker.may(choice, job)) {
            throw new EJBAccessException("what becomes of a held message is its sender's decision");
        }
        follow(choice, job);
        if (job.state() == JobState.QUEUED) {
            queue.put(id);
        }
        audit.success(Act.STEER_JOB, "job " + id, choice.name());
    }

    private void follow(JobChoice choice, EncryptionJob job) {
        Instant now = clock.instant();
        switch (choice) {
            case RETRY -> job.requeue(now);
            case TRY_AGAIN -> job.tryAgain(now);
            case REMOVE_NOT_ENABLED -> remove(job, now);
            case SEND_UNENCRYPTED -> job.goPlain(now);
            case CANCEL -> job.cancel(now);
        }
    }

    /** Whoever was enabled meanwhile stays; when removing helps no more, the next attempt says what is in the way. */
    private void remove(EncryptionJob job, Instant now) {
        Set<MailboxId> removable = removable(job);
        if (removable.isEmpty()) {
            job.tryAgain(now);
        } else {
            job.drop(removable, now);
        }
    }

    private JobRow row(Onlooker onlooker, EncryptionJob job) {
        return onlooker.row(job, !removable(job).isEmpty());
    }

    /** Asked for held jobs only, of which there are few. */
    private Set<MailboxId> removable(EncryptionJob job) {
        return job.state() == JobState.HELD && sealing.check(job) instanceof InTheWay inTheWay
                ? inTheWay.removable()
                : Set.of();
    }
}
