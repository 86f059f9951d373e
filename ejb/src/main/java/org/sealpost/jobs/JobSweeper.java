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
import org.sealpost.lease.Lease;
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

    /** What is younger may have an attempt under way on another server. */
    static final Duration ATTEMPT = Duration.ofSeconds(10);

    private static final int AT_ONCE = 500;
    private static final long NEVER = Long.MIN_VALUE;

    @Inject
    Lease lease;

    @Inject
    EncryptionJobRepository jobs;

    @Inject
    Spool spool;

    @Inject
    JobQueue queue;

    @Inject
    Clock clock;

    private long sweptAs = NEVER;

    /**
     * Every 15 seconds, on the server that holds the Key Manager's service. The first time after it took the service
     * every queued job is taken for lost: its queue may have died with the server that held the service before.
     */
    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    void sweep() {
        lease.ifHeld(this::look);
    }

    private void look() {
        Instant now = clock.instant();
        Duration patience = sweptAs == lease.number() ? STALE : ATTEMPT;
        requeue(jobs.resting(JobState.QUEUED, now.minus(patience), AT_ONCE), now);
        requeue(
                jobs.resting(JobState.WAITING, now, AT_ONCE).stream()
                        .filter(spool::opens)
                        .toList(),
                now);
        sweptAs = lease.number();
    }

    private void requeue(List<EncryptionJob> resting, Instant now) {
        for (EncryptionJob job : resting) {
            job.requeue(now);
            queue.put(job.id());
        }
    }
}
