package org.sealpost.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sealpost.jobs.Corp.to;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.lease.Leases;
import org.sealpost.model.JobState;

class JobSweeperTest {
    private final Post post = new Post();

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void whoTakesTheServicePutsEveryQueuedJobOnItsOwnQueue() {
        long job = post.send("draft", true, to("bob"));
        post.queue.clear();
        post.run(here -> {
            here.sweeper.lease = Leases.held(1);
            here.sweeper.sweep();
            assertThat(post.queue).as("an attempt may be under way").isEmpty();
            post.clock.pass(JobSweeper.ATTEMPT.plusSeconds(1));
            here.sweeper.sweep();
            assertThat(post.queue).as("swept under this number already").isEmpty();
            here.sweeper.lease = Leases.held(2);
            here.sweeper.sweep();
        });
        assertThat(post.queue).containsExactly(job);
    }

    @Test
    void whoDoesNotHoldTheServiceLeavesJobsToWhoDoes() {
        post.send("draft", true, to("bob"));
        post.queue.clear();
        post.clock.pass(JobSweeper.STALE.plusSeconds(1));
        post.run(here -> {
            here.sweeper.lease = Leases.free(1);
            here.sweeper.sweep();
        });
        assertThat(post.queue).isEmpty();
    }

    @Test
    void laterOnlyWhatRestsLongerThanAllAttemptsTake() {
        long job = post.send("draft", true, to("bob"));
        post.run(here -> {
            here.sweeper.sweep();
            post.queue.clear();
            post.clock.pass(JobSweeper.STALE);
            here.sweeper.sweep();
            assertThat(post.queue).isEmpty();
            post.clock.pass(Duration.ofSeconds(1));
            here.sweeper.sweep();
            assertThat(post.queue).containsExactly(job);
            here.sweeper.sweep();
            assertThat(post.queue).containsExactly(job);
        });
    }

    @Test
    void whatWaitsForTheSpoolKeyGoesOnOnceItIsThere() {
        post.keys.lock();
        long job = post.send("draft", true, to("bob"));
        post.attempt(job);
        post.queue.clear();
        post.clock.pass(Duration.ofSeconds(1));

        post.run(here -> here.sweeper.sweep());
        assertThat(post.queue).isEmpty();
        assertThat(post.job(job).state()).isEqualTo(JobState.WAITING);
        post.keys.unlock();
        post.run(here -> here.sweeper.sweep());
        assertThat(post.queue).containsExactly(job);
        assertThat(post.job(job).state()).isEqualTo(JobState.QUEUED);
    }
}
