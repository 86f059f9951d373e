package org.sealpost.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class AuditRepositoryTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    private final TestDatabase.Opened database;

    AuditRepositoryTest(TestDatabase make) {
        database = make.open();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyEntryFollowsTheOneBefore() {
        IntStream.range(0, 5).forEach(i -> add(Act.ENABLE, Outcome.SUCCESS, "alice@corp.example"));
        assertUnbroken(5);
    }

    @Test
    void entriesOfManyTransactionsAtOnceFormOneChain() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Long>> adds = IntStream.range(0, 60)
                    .<Callable<Long>>mapToObj(i -> () -> add(Act.ENROL, Outcome.SUCCESS, "mailbox " + i))
                    .toList();
            for (Future<Long> added : threads.invokeAll(adds)) {
                assertThat(added.get()).isPositive();
            }
        } finally {
            threads.shutdownNow();
        }
        assertUnbroken(60);
    }

    @Test
    void anEntryThatIsChangedNoLongerFollows() {
        add(Act.ENABLE, Outcome.SUCCESS, "alice@corp.example");
        add(Act.REVOKE, Outcome.SUCCESS, "alice@corp.example");
        database.run(em -> em.createNativeQuery("update audit_entry set actor = 'eve' where entry_number = 2")
                .executeUpdate());
        List<AuditEntry> chain = database.call(em -> new AuditRepository(em).after(0, 10));
        assertThat(chain.get(0).follows(0, AuditChain.origin())).isTrue();
        assertThat(chain.get(1).follows(1, chain.get(0).hash())).isFalse();
    }

    @Test
    void aRolledBackEntryLeavesNoGap() {
        add(Act.ENABLE, Outcome.SUCCESS, "alice@corp.example");
        assertThat(catchThrowable(() -> database.run(em -> {
                    new AuditRepository(em).add(record(Act.ENROL, Outcome.SUCCESS, "alice"), hash -> null);
                    throw new IllegalStateException("rolled back");
                })))
                .hasMessage("rolled back");
        add(Act.REVOKE, Outcome.SUCCESS, "alice@corp.example");
        assertUnbroken(2);
    }

    @Test
    void pagesGoBackInTimeWithoutRepeatingOrLosingARow() {
        IntStream.range(0, 7).forEach(i -> add(Act.SEND, Outcome.SUCCESS, "message " + i));
        Page<AuditEntry> first = page(AuditQuery.ALL, Optional.empty());
        Page<AuditEntry> second = page(AuditQuery.ALL, first.nextKey());
        Page<AuditEntry> third = page(AuditQuery.ALL, second.nextKey());
        assertThat(numbers(first)).containsExactly(7L, 6L, 5L);
        assertThat(numbers(second)).containsExactly(4L, 3L, 2L);
        assertThat(numbers(third)).containsExactly(1L);
        assertThat(third.nextKey()).isEmpty();
    }

    @Test
    void aQueryNarrowsByActOutcomeSubjectActorAndTime() {
        add(Act.ENABLE, Outcome.SUCCESS, "Alice@corp.example");
        add(Act.ENROL, Outcome.FAILURE, "100%_sure\\x");
        add(Act.ENROL, Outcome.SUCCESS, "bob@corp.example");
        assertThat(found(new AuditQuery(Act.ENROL, null, "", "", AuditQuery.Span.ALWAYS)))
                .containsExactly(3L, 2L);
        assertThat(found(new AuditQuery(Act.ENROL, Outcome.FAILURE, "", "", AuditQuery.Span.ALWAYS)))
                .containsExactly(2L);
        assertThat(found(new AuditQuery(null, null, "alice", "ADA", AuditQuery.Span.ALWAYS)))
                .containsExactly(1L);
        assertThat(found(new AuditQuery(null, null, "100%_SURE\\", "", AuditQuery.Span.ALWAYS)))
                .containsExactly(2L);
        assertThat(found(new AuditQuery(null, null, "_sure", "", AuditQuery.Span.ALWAYS)))
                .isEmpty();
        assertThat(found(new AuditQuery(null, null, "", "nobody", AuditQuery.Span.ALWAYS)))
                .isEmpty();
        assertThat(found(new AuditQuery(null, null, "", "", new AuditQuery.Span(NOW.plusMillis(1), NOW.plusMillis(2)))))
                .isEmpty();
    }

    @Test
    void aMailboxIsFoundByItsIdHoweverItWasNamed() {
        Mailbox mailbox = new Mailbox(new MailboxId("6f2c0000-0000-4000-8000-00000000CA01"), "carol@corp.example", NOW);
        Mailbox other = new Mailbox(new MailboxId("6f2c0000-0000-4000-8000-00000000CA02"), "carol@corp.example", NOW);
        add(Act.ENABLE, Outcome.SUCCESS, mailbox.label());
        add(Act.RENEW, Outcome.SUCCESS, mailbox.id().value());
        add(Act.RENEW, Outcome.SUCCESS, other.label());
        String id = mailbox.id().value();
        assertThat(found(new AuditQuery(null, null, id, "", AuditQuery.Span.ALWAYS)))
                .containsExactly(2L, 1L);
        assertThat(found(new AuditQuery(null, null, mailbox.label(), "", AuditQuery.Span.ALWAYS)))
                .containsExactly(1L);
    }

    @Test
    void whatIsTooLongIsCutAndStillFollows() {
        add(Act.ENROL, Outcome.FAILURE, "x".repeat(5000));
        assertUnbroken(1);
        assertThat(page(AuditQuery.ALL, Optional.empty()).rows().get(0).said().subject())
                .hasSize(AuditRecord.MAX_SUBJECT)
                .endsWith("…");
    }

    @Test
    void theAuthenticationIsKeptWithTheEntry() {
        database.run(em ->
                new AuditRepository(em).add(record(Act.STOP, Outcome.SUCCESS, "Key Manager"), hash -> new byte[] {1}));
        AuditEntry entry = page(AuditQuery.ALL, Optional.empty()).rows().get(0);
        assertThat(entry.mac()).hasValueSatisfying(mac -> assertThat(mac).containsExactly(1));
    }

    private long add(Act act, Outcome outcome, String subject) {
        return database.call(em -> new AuditRepository(em)
                .add(record(act, outcome, subject), hash -> null)
                .number());
    }

    private static AuditRecord record(Act act, Outcome outcome, String subject) {
        return new AuditRecord(NOW, "Ada", act, outcome, subject, "");
    }

    private void assertUnbroken(int expected) {
        List<AuditEntry> chain = database.call(em -> new AuditRepository(em).after(0, 1000));
        assertThat(chain)
                .extracting(AuditEntry::number)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, expected).boxed().toList());
        byte[] before = AuditChain.origin();
        for (AuditEntry entry : chain) {
            assertThat(entry.follows(entry.number() - 1, before)).isTrue();
            before = entry.hash();
        }
        AuditChain end = database.call(em -> new AuditRepository(em).chain());
        assertThat(end.lastNumber()).isEqualTo(expected);
        assertThat(end.lastHash()).isEqualTo(before);
    }

    private Page<AuditEntry> page(AuditQuery query, Optional<String> before) {
        return database.call(em -> new AuditRepository(em).page(query, before, 3));
    }

    private List<Long> found(AuditQuery query) {
        return numbers(page(query, Optional.empty()));
    }

    private static List<Long> numbers(Page<AuditEntry> page) {
        return page.rows().stream().map(AuditEntry::number).toList();
    }
}
