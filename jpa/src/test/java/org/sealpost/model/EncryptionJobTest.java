package org.sealpost.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sealpost.model.JobState.CANCELLED;
import static org.sealpost.model.JobState.DELIVERED;
import static org.sealpost.model.JobState.FAILED;
import static org.sealpost.model.JobState.HELD;
import static org.sealpost.model.JobState.QUEUED;
import static org.sealpost.model.JobState.WAITING;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EncryptionJobTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final JobReason WHY = new JobReason("not-sealable", "carol@corp.example");
    private static final JobRecipient BOB = recipient("bob", RecipientPart.TO);
    private static final JobRecipient CAROL = recipient("carol", RecipientPart.BCC);

    /** The whole state machine: every state with every verb; "-" is a wrong move. */
    @ParameterizedTest(name = "{0} + {1} -> {2}")
    @CsvSource({
        "QUEUED,    WAIT,    WAITING",
        "QUEUED,    REQUEUE, QUEUED",
        "QUEUED,    HOLD,    HELD",
        "QUEUED,    ANSWER,  -",
        "QUEUED,    FAIL,    FAILED",
        "QUEUED,    DELIVER, DELIVERED",
        "QUEUED,    CANCEL,  CANCELLED",
        "WAITING,   WAIT,    -",
        "WAITING,   REQUEUE, QUEUED",
        "WAITING,   HOLD,    -",
        "WAITING,   ANSWER,  -",
        "WAITING,   FAIL,    -",
        "WAITING,   DELIVER, -",
        "WAITING,   CANCEL,  CANCELLED",
        "HELD,      WAIT,    -",
        "HELD,      REQUEUE, -",
        "HELD,      HOLD,    -",
        "HELD,      ANSWER,  QUEUED",
        "HELD,      FAIL,    -",
        "HELD,      DELIVER, -",
        "HELD,      CANCEL,  CANCELLED",
        "FAILED,    WAIT,    -",
        "FAILED,    REQUEUE, QUEUED",
        "FAILED,    HOLD,    -",
        "FAILED,    ANSWER,  -",
        "FAILED,    FAIL,    -",
        "FAILED,    DELIVER, -",
        "FAILED,    CANCEL,  CANCELLED",
        "DELIVERED, WAIT,    -",
        "DELIVERED, REQUEUE, -",
        "DELIVERED, HOLD,    -",
        "DELIVERED, ANSWER,  -",
        "DELIVERED, FAIL,    -",
        "DELIVERED, DELIVER, -",
        "DELIVERED, CANCEL,  -",
        "CANCELLED, WAIT,    -",
        "CANCELLED, REQUEUE, -",
        "CANCELLED, HOLD,    -",
        "CANCELLED, ANSWER,  -",
        "CANCELLED, FAIL,    -",
        "CANCELLED, DELIVER, -",
        "CANCELLED, CANCEL,  -",
    })
    void eachVerbInEachState(JobState from, JobVerb verb, String to) {
        EncryptionJob job = in(from);

        assertThat(from.allows(verb)).isEqualTo(!to.equals("-"));
        if (to.equals("-")) {
            assertThatThrownBy(() -> apply(job, verb))
                    .isInstanceOfSatisfying(WrongJobState.class, wrong -> assertThat(wrong.arguments())
                            .containsExactly(from, verb));
            assertThat(job.state()).isEqualTo(from);
        } else {
            apply(job, verb);
            assertThat(job.state()).isEqualTo(JobState.valueOf(to));
            assertThat(job.changedAt()).isEqualTo(LATER);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = JobState.class,
            names = {"WAITING", "HELD", "FAILED"})
    void aJobThatRestsSaysWhyUntilItGoesOn(JobState state) {
        EncryptionJob job = in(state);
        assertThat(job.reason()).contains(WHY);

        job.cancel(LATER);
        assertThat(job.reason()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = JobState.class,
            names = {"DELIVERED", "CANCELLED"})
    void aFinishedJobHasNoSpoolAnyMore(JobState state) {
        assertThat(in(QUEUED).spool()).isPresent();
        assertThat(in(state).spool()).isEmpty();
        assertThat(state.finished()).isTrue();
    }

    @Test
    void onlyATryAfterAFailureCountsAsRetry() {
        EncryptionJob job = in(QUEUED);
        job.requeue(LATER);
        assertThat(job.retries()).isZero();
        job.fail(WHY, LATER);
        job.requeue(LATER);
        assertThat(job.retries()).isEqualTo(1);
    }

    @Test
    void droppingRecipientsKeepsTheOthers() {
        EncryptionJob job = in(HELD);
        job.drop(Set.of(CAROL.id()), LATER);
        assertThat(job.recipients()).containsExactly(BOB);
        assertThat(job.encrypts()).isTrue();
    }

    @Test
    void aJobWithoutAnyRecipientCannotCome() {
        EncryptionJob job = in(HELD);
        assertThatThrownBy(() -> job.drop(Set.of(BOB.id(), CAROL.id()), LATER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(job.state()).isEqualTo(HELD);
        assertThatThrownBy(() -> new EncryptionJob(job.terms(), true, List.of(), new MailContent()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void goingPlainLeavesTheSpoolSealedAndTheSignatureInPlace() {
        EncryptionJob job = in(HELD);
        job.goPlain(LATER);
        assertThat(job.encrypts()).isFalse();
        assertThat(job.spoolSealed()).isTrue();
        assertThat(job.terms().signs()).isTrue();
    }

    @Test
    void twoJobsOfOneDraftAreTheSame() {
        assertThat(in(QUEUED)).isEqualTo(in(DELIVERED)).hasSameHashCodeAs(in(CANCELLED));
    }

    @Test
    void longTextsAreCutToWhatTheDatabaseHolds() {
        assertThat(new JobReason("x", "y".repeat(5_000)).detail()).hasSize(4_000);
        assertThat(terms("s".repeat(2_000)).subject()).hasSize(998);
    }

    private static EncryptionJob in(JobState state) {
        EncryptionJob job = new EncryptionJob(terms("Hello"), true, List.of(BOB, CAROL), new MailContent());
        if (state == WAITING) {
            job.await(WHY, NOW);
        } else if (state == HELD) {
            job.hold(WHY, NOW);
        } else if (state == FAILED) {
            job.fail(WHY, NOW);
        } else if (state == DELIVERED) {
            job.deliver(NOW);
        } else if (state == CANCELLED) {
            job.cancel(NOW);
        }
        return job;
    }

    private static void apply(EncryptionJob job, JobVerb verb) {
        switch (verb) {
            case WAIT -> job.await(WHY, LATER);
            case REQUEUE -> job.requeue(LATER);
            case HOLD -> job.hold(WHY, LATER);
            case ANSWER -> job.tryAgain(LATER);
            case FAIL -> job.fail(WHY, LATER);
            case DELIVER -> job.deliver(LATER);
            case CANCEL -> job.cancel(LATER);
        }
    }

    private static JobTerms terms(String subject) {
        return new JobTerms(new JobSender("alice-id", "alice@corp.example", "Alice"), "draft-1", subject, true, NOW);
    }

    private static JobRecipient recipient(String name, RecipientPart part) {
        return new JobRecipient(name + "-id", name + "@corp.example", name, part);
    }
}
