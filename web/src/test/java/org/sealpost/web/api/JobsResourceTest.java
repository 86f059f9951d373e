package org.sealpost.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.jobs.JobChoice;
import org.sealpost.jobs.JobExplanation;
import org.sealpost.jobs.JobQuery;
import org.sealpost.jobs.JobRow;
import org.sealpost.jobs.JobService;
import org.sealpost.model.JobReason;
import org.sealpost.model.JobState;
import org.sealpost.model.Page;

class JobsResourceTest {
    private static final Instant SENT = Instant.parse("2026-11-24T10:00:00Z");

    private final JobsResource resource = new JobsResource();
    private final List<JobQuery> asked = new ArrayList<>();
    private final List<String> chosen = new ArrayList<>();
    private Optional<JobReason> reason = Optional.empty();

    @BeforeEach
    void open() {
        resource.jobs = new JobService() {
            @Override
            public Page<JobRow> page(JobQuery query) {
                asked.add(query);
                return new Page<>(List.of(row()), Optional.of("41"));
            }

            @Override
            public JobExplanation explain(long job) {
                return new JobExplanation(row(), List.of(new JobExplanation.Attempt(SENT, "no answer")), 1);
            }

            @Override
            public void choose(long job, JobChoice choice) {
                chosen.add(job + " " + choice);
            }

            @Override
            public Map<JobState, Long> open() {
                return Map.of(JobState.HELD, 2L);
            }
        };
    }

    @Test
    void theCallersOwnJobsAreListedUnlessEverybodysAreAskedFor() {
        resource.list(null, false, null);
        resource.list("held", true, "41");

        assertThat(asked.get(0).everybody()).isFalse();
        assertThat(asked.get(0).state()).isEmpty();
        assertThat(asked.get(1).everybody()).isTrue();
        assertThat(asked.get(1).state()).contains(JobState.HELD);
        assertThat(asked.get(1).afterKey()).contains("41");
    }

    @Test
    void aJobTellsItsReasonByCodeAndNeverItsSubject() {
        reason = Optional.of(new JobReason("not-sealable", "carol@corp.example"));
        JobsResource.Jobs page = resource.list(null, false, null);

        assertThat(page.next()).isEqualTo("41");
        assertThat(page.jobs())
                .containsExactly(new JobsResource.Job(
                        42, "alice@corp.example", List.of("bob@corp.example"), "HELD", "not-sealable", SENT, SENT));
        assertThat(page.toString()).doesNotContain("Secret plans");
    }

    @Test
    void whatNeedsNoReasonHasNone() {
        assertThat(resource.list(null, false, null).jobs().get(0).reason()).isNull();
    }

    @Test
    void oneJobIsExplainedAndDecidedAbout() {
        JobsResource.Explanation told = resource.explain(42);
        assertThat(told.job().id()).isEqualTo(42);
        assertThat(told.attempts()).containsExactly(new JobsResource.Attempt(SENT, "no answer"));
        assertThat(told.choices()).containsExactly("TRY_AGAIN", "CANCEL");
        resource.choose(42, new JobsResource.Chosen(JobChoice.CANCEL));
        assertThat(chosen).containsExactly("42 CANCEL");
    }

    @Test
    void jobsThatAreNotFinishedAreCounted() {
        assertThat(resource.counts()).containsExactly(new StateCount("HELD", 2));
    }

    private JobRow row() {
        return new JobRow(
                42,
                "alice@corp.example",
                "Secret plans",
                List.of("bob@corp.example"),
                JobState.HELD,
                reason,
                SENT,
                SENT,
                1000,
                true,
                Set.of(JobChoice.CANCEL, JobChoice.TRY_AGAIN));
    }
}
