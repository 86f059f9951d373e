package org.sealpost.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sealpost.audit.RecordedAs;
import org.sealpost.jobs.JobChoice;
import org.sealpost.jobs.JobExplanation;
import org.sealpost.jobs.JobQuery;
import org.sealpost.jobs.JobRow;
import org.sealpost.jobs.JobService;
import org.sealpost.model.Act;
import org.sealpost.model.JobReason;
import org.sealpost.model.JobState;
import org.sealpost.model.Page;

/** Messages on their way, for programs. */
@Path("jobs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class JobsResource {

    private static final int ROWS = 100;

    @Inject
    JobService jobs;

    /**
     * Jobs, newest first.
     *
     * @param state only those in this state; all without it
     * @param everybody everybody's, for administrators; the caller's own otherwise
     * @param after {@code next} of the page before; the first page without it
     * @return up to a hundred jobs
     */
    @GET
    @RolesAllowed("user")
    @Operation(summary = "The caller's jobs, newest first; an administrator may ask for everybody's")
    public Jobs list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("everybody") @DefaultValue("false") boolean everybody,
            @QueryParam("after") @Nullable String after) {
        JobQuery query =
                new JobQuery(everybody, Constants.ifNamed(JobState.class, state), Optional.ofNullable(after), ROWS);
        Page<Job> page = jobs.page(query).map(Job::of);
        return new Jobs(page.rows(), page.nextKey().orElse(null));
    }

    /** How many jobs that are not finished are in each state. */
    @GET
    @Path("counts")
    @RolesAllowed({"km-admin", "mailbox-admin"})
    @Operation(summary = "How many jobs that are not finished are in each state")
    public List<StateCount> counts() {
        return StateCount.of(jobs.open());
    }

    /**
     * One job.
     *
     * @param id its number
     * @return why it stands where it stands, and what can be done about it
     */
    @GET
    @Path("{id}")
    @RolesAllowed("user")
    @Operation(summary = "One job: why it stands where it stands, what was tried, and what can be chosen")
    public Explanation explain(@PathParam("id") long id) {
        return Explanation.of(jobs.explain(id));
    }

    /**
     * Decides about a job that waits for a decision.
     *
     * @param id its number
     * @param chosen one of its choices
     */
    @POST
    @Path("{id}/choice")
    @RolesAllowed("user")
    @Consumes(MediaType.APPLICATION_JSON)
    @RecordedAs(Act.STEER_JOB)
    @Operation(summary = "Decide about a job: one of its choices")
    public void choose(@PathParam("id") long id, @Valid @NotNull Chosen chosen) {
        jobs.choose(id, chosen.choice());
    }

    /**
     * A page of jobs.
     *
     * @param jobs the rows
     * @param next what to give as {@code after} for the next page; absent on the last one
     */
    public record Jobs(List<Job> jobs, @Nullable String next) {}

    /**
     * What was decided.
     *
     * @param choice RETRY, TRY_AGAIN, REMOVE_NOT_ENABLED, SEND_UNENCRYPTED or CANCEL
     */
    public record Chosen(@NotNull JobChoice choice) {}

    /**
     * A job with what was tried.
     *
     * @param attempts that failed, oldest first
     * @param retries how often it was tried again by hand after it had failed
     * @param choices what can be decided now
     */
    public record Explanation(Job job, List<Attempt> attempts, int retries, List<String> choices) {
        static Explanation of(JobExplanation told) {
            return new Explanation(
                    Job.of(told.job()),
                    told.attempts().stream().map(Attempt::of).toList(),
                    told.retries(),
                    told.job().choices().stream().sorted().map(Enum::name).toList());
        }
    }

    /**
     * A try that failed.
     *
     * @param cause in words of the part that failed
     */
    public record Attempt(Instant at, String cause) {
        static Attempt of(JobExplanation.Attempt attempt) {
            return new Attempt(attempt.at(), attempt.cause());
        }
    }

    /**
     * A job on the wire.
     *
     * @param id its number
     * @param sender address of the sender
     * @param recipients addresses
     * @param state where it stands
     * @param reason code of why it stands there; absent when there is nothing to say
     * @param sentAt when Send was clicked
     * @param since when it came to its state
     */
    public record Job(
            long id,
            String sender,
            List<String> recipients,
            String state,
            @Nullable String reason,
            Instant sentAt,
            Instant since) {
        static Job of(JobRow row) {
            return new Job(
                    row.id(),
                    row.sender(),
                    row.recipients(),
                    row.state().name(),
                    row.reason().map(JobReason::code).orElse(null),
                    row.sentAt(),
                    row.since());
        }
    }
}
