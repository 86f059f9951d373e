package org.sealpost.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.sealpost.jobs.SealingVerdict.InTheWay;
import org.sealpost.jobs.SealingVerdict.Sealable;
import org.sealpost.model.Contact;
import org.sealpost.model.EncryptionJob;
import org.sealpost.model.EncryptionJobRepository;
import org.sealpost.model.JobAttempt;
import org.sealpost.model.JobRecipient;
import org.sealpost.model.JobState;

/**
 * One attempt at a job, within the transaction that takes its number off the queue. The row in the database is the
 * truth: a number that comes twice, or late, finds the job in another state and does nothing. A failure flies, so that
 * everything rolls back and the queue tries again after its delay.
 */
@ApplicationScoped
class JobRunner {
    @Inject
    EncryptionJobRepository jobs;

    @Inject
    Spool spool;

    @Inject
    Sealing sealing;

    @Inject
    Delivery delivery;

    @Inject
    FailedAttempts failedAttempts;

    @Inject
    Clock clock;

    /**
     * Delivers the job, or says in its row why not.
     *
     * @throws NoSuchJob when the number came before its row, which the next attempt finds
     */
    @Transactional(Transactional.TxType.MANDATORY)
    @SuppressWarnings("IllegalCatch") // whatever it is, it is put on record and flies on
    void run(long id) {
        try {
            EncryptionJob job = jobs.byId(id).orElseThrow(NoSuchJob::new);
            if (job.state() == JobState.QUEUED) {
                attempt(job);
            }
        } catch (RuntimeException e) {
            failedAttempts.record(id, e);
            throw e;
        }
    }

    /** The attempts are used up. */
    @Transactional(Transactional.TxType.MANDATORY)
    void giveUp(long id) {
        jobs.lock(id).filter(job -> job.state() == JobState.QUEUED).ifPresent(job -> {
            String cause = jobs.attempts(id).stream()
                    .findFirst()
                    .map(JobAttempt::cause)
                    .orElse("");
            job.fail(JobReasons.attemptsFailed(cause), clock.instant());
        });
    }

    private void attempt(EncryptionJob job) {
        if (!spool.opens(job)) {
            job.await(JobReasons.spoolLocked(), clock.instant());
        } else if (job.encrypts()) {
            seal(job);
        } else {
            if (!delivery.done(job)) {
                try (SpooledMessage message = spool.open(job)) {
                    delivery.plain(job, message.source());
                }
            }
            end(job);
        }
    }

    /** Nothing carries mail outside: what is for somebody there stays in the spool, and its sender is told. */
    private void end(EncryptionJob job) {
        List<String> outside = job.recipients().stream()
                .filter(one -> Contact.is(one.id()))
                .map(JobRecipient::address)
                .distinct()
                .toList();
        if (outside.isEmpty()) {
            job.deliver(clock.instant());
        } else {
            job.fail(JobReasons.noRoute(outside), clock.instant());
        }
    }

    private void seal(EncryptionJob job) {
        if (delivery.done(job)) {
            end(job);
            return;
        }
        SealingVerdict verdict = sealing.check(job);
        if (verdict instanceof InTheWay inTheWay) {
            job.hold(inTheWay.reason(), clock.instant());
        } else if (verdict instanceof Sealable sealable) {
            try (SpooledMessage message = spool.open(job)) {
                delivery.sealed(job, message.source(), sealable.copies());
            }
            end(job);
        }
    }
}
