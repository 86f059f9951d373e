package org.sealpost.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class EncryptionJobRepositoryTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final MailboxId ALICE = new MailboxId("alice-id");
    private static final MailboxId BOB = new MailboxId("bob-id");

    private final TestDatabase.Opened database;

    EncryptionJobRepositoryTest(TestDatabase make) {
        database = make.open();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void twoClicksOnSendAreOneJob() {
        long id = database.call(em -> job(em, "draft-1").id());
        assertThatThrownBy(() -> database.run(em -> job(em, "draft-1"))).isInstanceOf(PersistenceException.class);
        Optional<EncryptionJob> earlier =
                database.call(em -> new EncryptionJobRepository(em).byDraft(ALICE, "draft-1"));
        assertThat(earlier.map(EncryptionJob::id)).contains(id);
    }

    @Test
    void aFinishedJobsSpoolIsWipedAndTheJobComesBackWhole() {
        long id = database.call(em -> job(em, "draft-1").id());
        long spoolId = database.call(em -> jobs(em, id).spool().orElseThrow().id());
        assertThat(Octets.read(database, spoolId)).isNotEmpty();

        database.run(em -> jobs(em, id).deliver(NOW));

        assertThat(Octets.read(database, spoolId)).isEmpty();
        database.run(em -> {
            EncryptionJob job = jobs(em, id);
            assertThat(job.state()).isEqualTo(JobState.DELIVERED);
            assertThat(job.reason()).isEmpty();
            assertThat(job.terms().subject()).isEqualTo("Hello");
            assertThat(job.recipients()).extracting(JobRecipient::part).containsExactly(RecipientPart.TO);
        });
    }

    @Test
    void jobsArePagedBySenderAndState() {
        for (int i = 0; i < 4; i++) {
            String draft = "draft-" + i;
            database.run(em -> job(em, draft));
        }
        long held = database.call(em -> job(em, "held").id());
        database.run(em -> jobs(em, held).hold(new JobReason("not-sealable", "bob"), NOW));

        assertThat(page(ALICE, JobState.HELD, Optional.empty()).rows()).containsExactly(held);
        Page<Long> first = page(null, null, Optional.empty());
        assertThat(first.rows()).hasSize(3).startsWith(held);
        assertThat(page(null, null, first.nextKey()).rows()).hasSize(2);
        assertThat(page(BOB, null, Optional.empty()).rows()).isEmpty();
    }

    @Test
    void whatIsNotFinishedIsCountedByState() {
        database.run(em -> job(em, "queued-1"));
        database.run(em -> job(em, "queued-2"));
        long held = database.call(em -> job(em, "held").id());
        database.run(em -> jobs(em, held).hold(new JobReason("not-sealable", "bob"), NOW));
        long done = database.call(em -> job(em, "done").id());
        database.run(em -> jobs(em, done).deliver(NOW));

        Map<JobState, Long> open = database.call(em -> new EncryptionJobRepository(em).open());
        assertThat(open).isEqualTo(Map.of(JobState.QUEUED, 2L, JobState.HELD, 1L));
    }

    @Test
    void jobsThatRestAreFoundByTheSweeper() {
        long id = database.call(em -> job(em, "draft-1").id());
        assertThat(resting(NOW)).isEmpty();
        assertThat(resting(NOW.plusSeconds(1))).containsExactly(id);
    }

    @Test
    void failedAttemptsAreKeptNewestFirst() {
        database.run(em -> new EncryptionJobRepository(em).add(new JobAttempt(1, "first", NOW)));
        database.run(em -> new EncryptionJobRepository(em).add(new JobAttempt(1, "x".repeat(600), NOW.plusSeconds(1))));
        List<JobAttempt> attempts = database.call(em -> new EncryptionJobRepository(em).attempts(1));
        assertThat(attempts).extracting(attempt -> attempt.cause().length()).containsExactly(500, 5);
    }

    private Page<Long> page(@Nullable MailboxId sender, @Nullable JobState state, Optional<String> key) {
        Page<EncryptionJob> page = database.call(em -> new EncryptionJobRepository(em).page(sender, state, key, 3));
        return page.map(EncryptionJob::id);
    }

    private List<Long> resting(Instant since) {
        return database.call(em -> new EncryptionJobRepository(em)
                .resting(JobState.QUEUED, since, 10).stream()
                        .map(EncryptionJob::id)
                        .toList());
    }

    private static EncryptionJob jobs(EntityManager em, long id) {
        return new EncryptionJobRepository(em).byId(id).orElseThrow();
    }

    private static EncryptionJob job(EntityManager em, String draft) {
        JobTerms terms =
                new JobTerms(new JobSender("alice-id", "alice@corp.example", "Alice"), draft, "Hello", true, NOW);
        JobRecipient bob = new JobRecipient("bob-id", "bob@corp.example", "Bob", RecipientPart.TO);
        EncryptionJob job = new EncryptionJob(terms, true, List.of(bob), Octets.content(em, new byte[] {1, 2, 3}));
        new EncryptionJobRepository(em).add(job);
        return job;
    }
}
