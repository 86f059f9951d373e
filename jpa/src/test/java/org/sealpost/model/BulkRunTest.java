package org.sealpost.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkRunTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    /** The whole state machine: every state with every verb; "-" is a wrong move. */
    @ParameterizedTest(name = "{0} + {1} -> {2}")
    @CsvSource({
        "PLANNED,   START,  RUNNING",
        "PLANNED,   PAUSE,  -",
        "PLANNED,   RESUME, -",
        "PLANNED,   FINISH, -",
        "PLANNED,   CANCEL, CANCELLED",
        "RUNNING,   START,  -",
        "RUNNING,   PAUSE,  PAUSED",
        "RUNNING,   RESUME, -",
        "RUNNING,   FINISH, FINISHED",
        "RUNNING,   CANCEL, CANCELLED",
        "PAUSED,    START,  -",
        "PAUSED,    PAUSE,  -",
        "PAUSED,    RESUME, RUNNING",
        "PAUSED,    FINISH, -",
        "PAUSED,    CANCEL, CANCELLED",
        "FINISHED,  START,  -",
        "FINISHED,  PAUSE,  -",
        "FINISHED,  RESUME, -",
        "FINISHED,  FINISH, -",
        "FINISHED,  CANCEL, -",
        "CANCELLED, START,  -",
        "CANCELLED, PAUSE,  -",
        "CANCELLED, RESUME, -",
        "CANCELLED, FINISH, -",
        "CANCELLED, CANCEL, -",
    })
    void eachVerbInEachState(BulkState from, BulkVerb verb, String to) {
        assertThat(from.allows(verb)).isEqualTo(!to.equals("-"));
        if (!to.equals("-")) {
            assertThat(verb.to()).isEqualTo(BulkState.valueOf(to));
        }
    }

    /** Whom each kind takes; enabling leaves tokens alone that may be in their owners' hands. */
    @ParameterizedTest(name = "{0}: enabled {1}, reminded {2}, revoked {3}")
    @CsvSource({
        "NOT_ENABLED, true,  false, false",
        "TOKEN_OUT,   false, false, false",
        "ENABLED,     false, true,  true",
        "EXPIRED,     true,  false, true",
        "REVOKED,     false, false, false",
        "RECOVERING,  false, false, true",
    })
    void eachKindTakesItsOwn(MailboxState state, boolean enabled, boolean reminded, boolean revoked) {
        assertThat(BulkKind.ENABLE.takes(state)).isEqualTo(enabled);
        assertThat(BulkKind.REMIND.takes(state)).isEqualTo(reminded);
        assertThat(BulkKind.REVOKE.takes(state)).isEqualTo(revoked);
    }

    @Test
    void aRunAndItsMailboxesComeBackAsTheyWere() {
        try (TestDatabase.Opened database = TestDatabase.H2.open()) {
            long run = planned(database);
            database.run(em -> new BulkRepository(em)
                    .lock(new BulkItem.Key(run, 2))
                    .orElseThrow()
                    .done(NOW, new byte[] {7}, NOW, NOW));
            assertThat(counts(database, run))
                    .containsEntry(BulkItemState.DONE, 1L)
                    .containsEntry(BulkItemState.SKIPPED, 1L)
                    .containsEntry(BulkItemState.WAITING, 1L);
            assertThat(tokens(database, run)).isEqualTo(1);
            assertThat(items(database, run, "B%B", null)).isEmpty();
            assertThat(items(database, run, "BOB", null))
                    .singleElement()
                    .extracting(BulkItem::state)
                    .isEqualTo(BulkItemState.DONE);
            assertThat(items(database, run, "", BulkItemState.SKIPPED))
                    .singleElement()
                    .extracting(BulkItem::reason)
                    .isEqualTo(Optional.of(new BulkItemReason("unknown", "")));
        }
    }

    @Test
    void whyCertificatesEndComesBackToo() {
        try (TestDatabase.Opened database = TestDatabase.H2.open()) {
            BulkTerms terms = new BulkTerms(
                    BulkKind.REVOKE, Optional.of(RevocationCause.LEFT), "Sales", "branch closed", "ada", NOW);
            BulkRun run = new BulkRun(terms);
            database.run(em -> new BulkRepository(em).add(run));
            assertThat(database.find(em -> new BulkRepository(em).byId(run.id()))
                            .orElseThrow()
                            .terms())
                    .isEqualTo(terms);
        }
    }

    @Test
    void turnsAreCountedFromTheMomentOnThatIsAskedFor() {
        try (TestDatabase.Opened database = TestDatabase.H2.open()) {
            long run = planned(database);
            turn(database, run, 2, NOW);
            turn(database, run, 3, NOW.plusSeconds(60));
            assertThat(turns(database, run, NOW)).isEqualTo(2);
            assertThat(turns(database, run, NOW.plusSeconds(1))).isEqualTo(1);
            assertThat(turns(database, run, NOW.plusSeconds(61))).isZero();
            assertThat(turns(database, run + 1, NOW)).isZero();
        }
    }

    private static void turn(TestDatabase.Opened database, long run, int position, Instant at) {
        database.run(em -> new BulkRepository(em)
                .lock(new BulkItem.Key(run, position))
                .orElseThrow()
                .done(at));
    }

    private static long turns(TestDatabase.Opened database, long run, Instant since) {
        return database.find(em -> Optional.of(new BulkRepository(em).turnsSince(run, since)))
                .orElseThrow();
    }

    @Test
    void tokensAreWipedWhenTheirTimeIsOver() {
        try (TestDatabase.Opened database = TestDatabase.H2.open()) {
            long run = planned(database);
            database.run(em -> new BulkRepository(em)
                    .lock(new BulkItem.Key(run, 2))
                    .orElseThrow()
                    .done(NOW, new byte[] {7}, NOW, NOW));
            database.run(em -> new BulkRepository(em).wipeOld(NOW));
            assertThat(tokens(database, run)).isEqualTo(1);
            database.run(em -> new BulkRepository(em).wipeOld(NOW.plusSeconds(1)));
            assertThat(tokens(database, run)).isZero();
        }
    }

    @Test
    void whatIsNoRightMoveChangesNothing() {
        try (TestDatabase.Opened database = TestDatabase.H2.open()) {
            long run = planned(database);
            database.run(em -> {
                BulkRun found = new BulkRepository(em).lock(run).orElseThrow();
                assertThatThrownBy(() -> found.move(BulkVerb.PAUSE, NOW.plusSeconds(1)))
                        .isInstanceOfSatisfying(WrongBulkState.class, wrong -> assertThat(wrong.arguments())
                                .containsExactly(run, BulkState.PLANNED, BulkVerb.PAUSE));
                assertThat(found.changedAt()).isEqualTo(NOW);
            });
        }
    }

    private static long planned(TestDatabase.Opened database) {
        BulkRun run = new BulkRun(new BulkTerms(BulkKind.ENABLE, Optional.empty(), "Sales", "new branch", "ada", NOW));
        database.run(em -> {
            BulkRepository runs = new BulkRepository(em);
            runs.add(run);
            runs.add(BulkItem.skipped(
                    new BulkItem.Key(run.id(), 1), "x@y.example", "", new BulkItemReason("unknown", "")));
            runs.add(new BulkItem(run.id(), 2, new MailboxId("id-bob"), "bob@corp.example", "Bob"));
            runs.add(new BulkItem(run.id(), 3, new MailboxId("id-eve"), "eve@corp.example", "Eve"));
        });
        return run.id();
    }

    private static List<BulkItem> items(
            TestDatabase.Opened database, long run, String text, @Nullable BulkItemState state) {
        return database.find(em -> Optional.of(new BulkRepository(em).items(run, text, state, Optional.empty(), 10)))
                .orElseThrow()
                .rows();
    }

    private static Map<BulkItemState, Long> counts(TestDatabase.Opened database, long run) {
        return database.find(em -> Optional.of(new BulkRepository(em).counts(run)))
                .orElseThrow();
    }

    private static int tokens(TestDatabase.Opened database, long run) {
        int counted = database.find(em -> Optional.of((int) new BulkRepository(em).countTokens(run)))
                .orElseThrow();
        assertThat(items(database, run, "", null))
                .filteredOn(item -> item.sealedToken().isPresent())
                .hasSize(counted);
        return counted;
    }
}
