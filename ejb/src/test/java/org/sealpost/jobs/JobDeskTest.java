package org.sealpost.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sealpost.jobs.Corp.bcc;
import static org.sealpost.jobs.Corp.id;
import static org.sealpost.jobs.Corp.to;
import static org.sealpost.jobs.JobChoice.CANCEL;
import static org.sealpost.jobs.JobChoice.REMOVE_NOT_ENABLED;
import static org.sealpost.jobs.JobChoice.RETRY;
import static org.sealpost.jobs.JobChoice.SEND_UNENCRYPTED;
import static org.sealpost.jobs.JobChoice.TRY_AGAIN;

import jakarta.ejb.EJBAccessException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.model.Folder;
import org.sealpost.model.JobRecipient;
import org.sealpost.model.JobState;
import org.sealpost.model.Seal;
import org.sealpost.model.StoredMessage;
import org.sealpost.model.WrongJobState;

class JobDeskTest {
    private static final Onlooker ALICE = new Onlooker(Optional.of(id("alice")), false);
    private static final Onlooker BOB = new Onlooker(Optional.of(id("bob")), false);
    private static final Onlooker ADMINISTRATOR = new Onlooker(Optional.empty(), true);

    private final Post post = new Post();

    @BeforeEach
    void enable() {
        post.enable("alice");
        post.enable("bob");
    }

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void sendersSeeTheirOwnJobsAndAdministratorsEverybodys() {
        long job = post.send("draft", true, to("bob"));
        JobQuery own = new JobQuery(false, Optional.empty(), Optional.empty(), 10);
        JobQuery everybodys = new JobQuery(true, Optional.of(JobState.QUEUED), Optional.empty(), 10);

        post.run(here -> {
            assertThat(here.desk.page(ALICE, own).rows()).extracting(JobRow::id).containsExactly(job);
            assertThat(here.desk.page(BOB, own).rows()).isEmpty();
            assertThat(here.desk.page(ADMINISTRATOR, everybodys).rows())
                    .extracting(JobRow::id)
                    .containsExactly(job);
            assertThatExceptionOfType(NoSuchJob.class).isThrownBy(() -> here.desk.explain(BOB, job));
        });
    }

    @Test
    void blindRecipientsAreShownToTheSenderAloneAlsoInReasons() {
        long job = held(to("bob"), bcc("carol"));

        post.run(here -> {
            JobRow own = here.desk.explain(ALICE, job).job();
            assertThat(own.recipients()).containsExactly("bob@corp.example", "carol@corp.example");
            assertThat(own.reason().orElseThrow().detail()).isEqualTo("carol@corp.example");
            JobRow seen = here.desk.explain(ADMINISTRATOR, job).job();
            assertThat(seen.recipients()).containsExactly("bob@corp.example");
            assertThat(seen.reason().orElseThrow().detail()).isEmpty();
        });
    }

    @Test
    void aHeldJobsFateIsItsSendersChoice() {
        long job = held(to("bob"), to("carol"));

        post.run(here -> {
            assertThat(here.desk.explain(ALICE, job).job().choices())
                    .containsExactlyInAnyOrder(TRY_AGAIN, REMOVE_NOT_ENABLED, SEND_UNENCRYPTED, CANCEL);
            assertThat(here.desk.explain(ADMINISTRATOR, job).job().choices()).containsExactly(CANCEL);
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"TRY_AGAIN", "REMOVE_NOT_ENABLED", "SEND_UNENCRYPTED"})
    void anAdministratorCannotDecideForTheSender(JobChoice choice) {
        long job = held(to("bob"), to("carol"));

        assertThatExceptionOfType(EJBAccessException.class)
                .isThrownBy(() -> post.run(here -> here.desk.choose(ADMINISTRATOR, job, choice)));
        assertThat(post.job(job).state()).isEqualTo(JobState.HELD);
    }

    @Test
    void withoutThoseInTheWayTheRestGetsItSealed() {
        long job = held(to("bob"), to("carol"));
        choose(ALICE, job, REMOVE_NOT_ENABLED);
        post.attempt(job);

        assertThat(post.job(job).state()).isEqualTo(JobState.DELIVERED);
        assertThat(seal("bob")).isEqualTo(Seal.ENCRYPTED);
        post.run(here -> assertThat(here.folder("carol", Folder.INBOX)).isEmpty());
    }

    @Test
    void whoeverWasEnabledMeanwhileIsNotRemoved() {
        long job = held(to("bob"), to("carol"));
        post.enable("carol");
        choose(ALICE, job, REMOVE_NOT_ENABLED);
        post.attempt(job);

        assertThat(seal("carol")).isEqualTo(Seal.ENCRYPTED);
    }

    @Test
    void unencryptedItGoesToEverybodyOnceTheSpoolOpens() {
        long job = held(to("bob"), to("carol"));
        choose(ALICE, job, SEND_UNENCRYPTED);
        post.attempt(job);

        assertThat(seal("bob")).isEqualTo(Seal.PLAIN);
        assertThat(seal("carol")).isEqualTo(Seal.PLAIN);
        post.run(here -> assertThat(
                        here.octets(here.folder("bob", Folder.INBOX).get(0).content()))
                .asString()
                .isEqualTo(Post.LETTER));
    }

    @Test
    void triedAgainAfterTheRecipientWasEnabledItGoesOutSealed() {
        long job = held(to("bob"), to("carol"));
        post.enable("carol");
        choose(ALICE, job, TRY_AGAIN);
        post.attempt(job);

        assertThat(post.job(job).state()).isEqualTo(JobState.DELIVERED);
    }

    @Test
    void everyDecisionIsQueuedAndAudited() {
        long job = held(to("bob"), to("carol"));
        post.queue.clear();
        choose(ALICE, job, TRY_AGAIN);

        assertThat(post.queue).containsExactly(job);
        assertThat(post.audited).contains("STEER_JOB job " + job + " TRY_AGAIN");
    }

    @Test
    void aFailedJobCanBeRetriedByAnAdministrator() {
        long job = post.send("draft", true, to("bob"));
        post.run(here -> here.runner.giveUp(job));
        post.queue.clear();
        choose(ADMINISTRATOR, job, RETRY);

        assertThat(post.job(job).state()).isEqualTo(JobState.QUEUED);
        assertThat(post.job(job).retries()).isEqualTo(1);
        assertThat(post.queue).containsExactly(job);
    }

    @Test
    void aCancelledJobIsWipedAndStaysSo() {
        long job = held(to("bob"), to("carol"));
        post.queue.clear();
        choose(ADMINISTRATOR, job, CANCEL);
        post.attempt(job);

        assertThat(post.queue).isEmpty();
        assertThat(post.job(job).state()).isEqualTo(JobState.CANCELLED);
        assertThat(post.job(job).spool()).isEmpty();
        assertThatExceptionOfType(WrongJobState.class).isThrownBy(() -> choose(ALICE, job, TRY_AGAIN));
    }

    private long held(JobRecipient... recipients) {
        long job = post.send("draft", true, recipients);
        post.attempt(job);
        assertThat(post.job(job).state()).isEqualTo(JobState.HELD);
        return job;
    }

    private void choose(Onlooker onlooker, long job, JobChoice choice) {
        post.run(here -> here.desk.choose(onlooker, job, choice));
    }

    private Seal seal(String name) {
        return post.call(here -> {
            StoredMessage message = here.folder(name, Folder.INBOX).get(0);
            return message.label().seal();
        });
    }
}
