package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a job stands, since when and why.
 *
 * @param why set while it waits, is held or failed
 */
@Embeddable
record JobStanding(
        @Enumerated(EnumType.STRING) @Column(name = "state", nullable = false)
        JobState state,

        @Column(name = "changed_at", nullable = false) Instant since,
        @Embedded @Nullable JobReason why) {

    static JobStanding queued(Instant at) {
        return new JobStanding(JobState.QUEUED, at, null);
    }

    /** @throws WrongJobState when the verb is not a right move from here */
    JobStanding move(JobVerb verb, JobState next, @Nullable JobReason because, Instant at) {
        if (!state.allows(verb)) {
            throw new WrongJobState(state, verb);
        }
        return new JobStanding(next, at, because);
    }

    Optional<JobReason> reason() {
        return Optional.ofNullable(why);
    }
}
