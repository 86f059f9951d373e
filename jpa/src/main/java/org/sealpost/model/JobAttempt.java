package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One failed attempt at a job: kept apart from the job, whose own transaction rolled back. */
@Entity
@Table(name = "job_attempt")
@NamedQuery(name = JobAttempt.OF_JOB, query = "select a from JobAttempt a where a.jobId = :jobId order by a.id desc")
@WrittenByAnyServer("mail goes on on every server")
public class JobAttempt {
    static final String OF_JOB = "JobAttempt.ofJob";

    private static final int MAX_CAUSE = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "job_id", nullable = false)
    private long jobId;

    @Column(name = "at", nullable = false)
    private Instant at;

    @Column(nullable = false)
    private String cause;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected JobAttempt() {}

    /** @param cause what went wrong without anything of the message; cut at {@value #MAX_CAUSE} characters */
    public JobAttempt(long jobId, String cause, Instant at) {
        this.jobId = jobId;
        this.cause = MessageLabel.cut(cause, MAX_CAUSE);
        this.at = at;
    }

    public long jobId() {
        return jobId;
    }

    public String cause() {
        return cause;
    }

    public Instant at() {
        return at;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JobAttempt that && jobId == that.jobId && at.equals(that.at);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(jobId) * 31 + at.hashCode();
    }
}
