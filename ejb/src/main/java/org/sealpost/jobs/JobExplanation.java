package org.sealpost.jobs;

import java.time.Instant;
import java.util.List;

/**
 * Everything there is to say about a job.
 *
 * @param attempts its failed attempts, newest first
 * @param retries how often it was tried again by hand after it had failed
 */
public record JobExplanation(JobRow job, List<Attempt> attempts, int retries) {
    public JobExplanation {
        attempts = List.copyOf(attempts);
    }

    /** @param cause what went wrong, without anything of the message */
    public record Attempt(Instant at, String cause) {}
}
