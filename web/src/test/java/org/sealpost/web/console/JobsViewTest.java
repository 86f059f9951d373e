package org.sealpost.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.jobs.JobChoice;
import org.sealpost.jobs.JobExplanation;
import org.sealpost.jobs.JobQuery;
import org.sealpost.jobs.JobRow;
import org.sealpost.jobs.JobService;
import org.sealpost.model.JobState;
import org.sealpost.model.Page;
import org.sealpost.web.Person;

class JobsViewTest {

    private final List<JobQuery> asked = new ArrayList<>();
    private final List<String> chosen = new ArrayList<>();
    private final NoticesStandIn notices = new NoticesStandIn();
    private final JobsView view = new JobsView();
    private boolean administrator;

    @BeforeEach
    void openThePage() {
        view.jobs = new JobsStandIn();
        view.texts = notices;
        view.person = new Person() {
            @Override
            public boolean isJobAdministrator() {
                return administrator;
            }
        };
    }

    @Test
    void aUserSeesHisOwnJobs() {
        view.load();
        assertThat(asked.get(0).everybody()).isFalse();
        assertThat(asked.get(0).state()).isEmpty();
    }

    @Test
    void anAdministratorSeesEverybodysAndMayNarrowToHisOwn() {
        administrator = true;
        view.load();
        view.setEverybody(false);
        view.setState(JobState.FAILED);
        view.search();
        assertThat(asked.get(0).everybody()).isTrue();
        assertThat(asked.get(1).everybody()).isFalse();
        assertThat(asked.get(1).state()).contains(JobState.FAILED);
    }

    @Test
    void theButtonsOfAnExplainedJobComeInTheOrderOfTheirDanger() {
        assertThat(view.getChoices()).isEmpty();
        view.explain(7);
        assertThat(view.getChoices())
                .containsExactly(JobChoice.TRY_AGAIN, JobChoice.SEND_UNENCRYPTED, JobChoice.CANCEL);
    }

    @Test
    void aChoiceIsMadeConfirmedAndTheListReadAgain() {
        view.load();
        view.explain(7);
        view.choose(7, JobChoice.TRY_AGAIN);
        assertThat(chosen).containsExactly("7 TRY_AGAIN");
        assertThat(notices.shown).containsExactly("jobs.done.TRY_AGAIN");
        assertThat(view.getExplained()).isNull();
        assertThat(asked).hasSize(2);
    }

    private final class JobsStandIn extends JobService {

        @Override
        public Page<JobRow> page(JobQuery query) {
            asked.add(query);
            return new Page<>(List.of(), Optional.empty());
        }

        @Override
        public JobExplanation explain(long job) {
            Set<JobChoice> choices = EnumSet.of(JobChoice.CANCEL, JobChoice.SEND_UNENCRYPTED, JobChoice.TRY_AGAIN);
            return new JobExplanation(
                    new JobRow(
                            job,
                            "alice@corp.example",
                            "Figures",
                            List.of("bob@corp.example"),
                            JobState.HELD,
                            Optional.empty(),
                            Instant.EPOCH,
                            Instant.EPOCH,
                            10,
                            true,
                            choices),
                    List.of(),
                    0);
        }

        @Override
        public void choose(long job, JobChoice choice) {
            chosen.add(job + " " + choice);
        }
    }
}
