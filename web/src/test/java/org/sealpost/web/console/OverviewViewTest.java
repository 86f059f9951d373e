package org.sealpost.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.approval.ApprovalService;
import org.sealpost.enrolment.EnablementService;
import org.sealpost.jobs.JobService;
import org.sealpost.model.JobState;
import org.sealpost.model.MailboxState;
import org.sealpost.revocation.CurrentList;
import org.sealpost.revocation.RevocationService;
import org.sealpost.web.console.OverviewView.Count;

class OverviewViewTest {
    private final OverviewView view = new OverviewView();

    @BeforeEach
    void openThePage() {
        view.enablement = new EnablementService() {
            @Override
            public Map<MailboxState, Long> counts() {
                return Map.of(MailboxState.ENABLED, 12L, MailboxState.TOKEN_OUT, 3L);
            }
        };
        view.jobs = new JobService() {
            @Override
            public Map<JobState, Long> open() {
                return Map.of(JobState.HELD, 2L);
            }
        };
        view.revocation = new RevocationService() {
            @Override
            public Optional<CurrentList> currentList() {
                return Optional.empty();
            }
        };
        view.approvals = new ApprovalService() {
            @Override
            public int countWaiting() {
                return 7;
            }
        };
    }

    @Test
    void everyStateOfAnEnabledMailboxHasItsNumberInTheOrderOfItsLife() {
        assertThat(view.getMailboxes())
                .startsWith(new Count("TOKEN_OUT", 3), new Count("ENABLED", 12))
                .contains(new Count("REVOKED", 0))
                .extracting(Count::state)
                .doesNotContain("NOT_ENABLED");
    }

    @Test
    void jobsAreCountedUntilTheyAreFinished() {
        assertThat(view.getJobs())
                .containsExactly(
                        new Count("QUEUED", 0), new Count("WAITING", 0), new Count("HELD", 2), new Count("FAILED", 0));
    }

    @Test
    void beforeTheFirstRevocationListThereIsNone() {
        assertThat(view.getList()).isNull();
        assertThat(view.getApprovals()).isEqualTo(7);
    }
}
