package org.sealpost.jobs;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sealpost.model.EncryptionJob;
import org.sealpost.model.EncryptionJobRepository;
import org.sealpost.model.JobState;
import org.sealpost.settings.Migrations;

/**
 * Puts jobs on the queue again that would otherwise rest for ever: those that waited for the spool key, once it is in
 * memory, and those whose queue message seems lost. Queuing one that was not lost does no harm.
 */
@Singleton
@DependsOn(Migrations.NAME)
@PermitAll
public class JobSweeper {
    /** Longer than all delays between the queue's own attempts together (1 + 3 + 9 + 27 + 81 s). */
    static final Duration STALE = Duration.ofMinutes(5);

    private static final int AT_ONCE = 500;

    @Inject
    EncryptionJobRepository jobs;

    @Inject
    Spool spool;

    @Inject
    JobQueue queue;

    @Inject
    Clock clock;

    private boolean swept;

    /** Every 15 seconds. The first time after a start every queued job is taken for lost. */
    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    void sweep() {
        Instant now = clock.instant();
        requeue(jobs.resting(JobState.QUEUED, swept ? now.minus(STALE) : now, AT_ONCE), now);
        requeue(
                jobs.resting(JobState.WAITING, now, AT_ONCE).stream()
                        .filter(spool::opens)
                        .toList(),
                now);
        swept = true;
    }

    private void requeue(List<EncryptionJob> resting, Instant now) {
        for (EncryptionJob job : resting) {
            job.requeue(now);
            queue.put(job.id());
        }
    }
}
