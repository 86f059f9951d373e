package org.sealpost.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sealpost.approval.ApprovalService;
import org.sealpost.enrolment.EnablementService;
import org.sealpost.jobs.JobService;
import org.sealpost.model.JobState;
import org.sealpost.model.MailboxState;
import org.sealpost.revocation.RevocationService;

/** What an administrator wants to know first: how many mailboxes stand where, and what waits for somebody. */
@Named
@RequestScoped
public class OverviewView {

    @Inject
    EnablementService enablement;

    @Inject
    JobService jobs;

    @Inject
    RevocationService revocation;

    @Inject
    ApprovalService approvals;

    @Inject
    Clock clock;

    /**
     * A number with the state that it counts.
     *
     * @param state name of the state
     * @param number how many are in it
     */
    public record Count(String state, long number) {}

    /** Mailboxes that were enabled ever, by state in the order of their life. */
    public List<Count> getMailboxes() {
        Map<MailboxState, Long> counts = enablement.counts();
        return Arrays.stream(MailboxState.values())
                .filter(state -> state != MailboxState.NOT_ENABLED)
                .map(state -> new Count(state.name(), counts.getOrDefault(state, 0L)))
                .toList();
    }

    /** Jobs that are not finished, by state. */
    public List<Count> getJobs() {
        Map<JobState, Long> counts = jobs.open();
        return Arrays.stream(JobState.values())
                .filter(state -> !state.finished())
                .map(state -> new Count(state.name(), counts.getOrDefault(state, 0L)))
                .toList();
    }

    /** The revocation list; null before the first one is signed. */
    public @Nullable RevocationListFacts getList() {
        return revocation
                .currentList()
                .map(current -> RevocationListFacts.of(current, clock))
                .orElse(null);
    }

    /** How many requests wait for the caller's yes. */
    public int getApprovals() {
        return approvals.countWaiting();
    }
}
