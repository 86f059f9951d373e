package org.sealpost.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class LeaseRepositoryTest {
    private static final LeaseHolder FIRST = TestDatabase.HOLDER;
    private static final LeaseHolder SECOND = new LeaseHolder("other", "second", "https://second.example");

    private final TestDatabase.Opened database;

    LeaseRepositoryTest(TestDatabase make) {
        database = TestDatabase.open(make.fresh());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void belongsToNobodyAtFirst() {
        LeaseStanding standing = standing();
        assertThat(standing.held()).isFalse();
        assertThat(standing.number()).isZero();
    }

    @Test
    void whoTakesItHoldsItForTenSecondsOfTheDatabasesClock() {
        assertThat(take(FIRST)).contains(1L);
        LeaseStanding standing = standing();
        assertThat(standing.heldBy(FIRST)).isTrue();
        assertThat(standing.heldBy(SECOND)).isFalse();
        assertThat(standing.holder()).isEqualTo(FIRST).hasToString("first (https://first.example)");
        assertThat(Duration.between(standing.acquiredAt(), standing.expiresAt()))
                .isEqualTo(Duration.ofSeconds(10));
        assertThat(standing.now()).isBetween(standing.acquiredAt(), standing.expiresAt());
    }

    @Test
    void anotherServerDoesNotGetItWhileItIsHeld() {
        take(FIRST);
        assertThat(take(SECOND)).isEmpty();
        assertThat(standing().heldBy(FIRST)).isTrue();
    }

    @Test
    void theSameServerStartedAnewGetsItAtOnceUnderANewNumber() {
        take(FIRST);
        assertThat(take(FIRST)).contains(2L);
        assertThat(renew(FIRST, 1)).as("the process of before").isFalse();
        assertThat(renew(FIRST, 2)).isTrue();
    }

    @Test
    void anotherServerGetsItWhenItHasRunOut() {
        take(FIRST);
        runOut();
        assertThat(standing().held()).isFalse();
        assertThat(take(SECOND)).contains(2L);
        assertThat(renew(FIRST, 1)).isFalse();
        assertThat(renew(SECOND, 2)).isTrue();
    }

    @Test
    void aHolderThatWasOnlyLateKeepsIt() {
        take(FIRST);
        runOut();
        assertThat(renew(FIRST, 1)).isTrue();
        assertThat(standing().heldBy(FIRST)).isTrue();
        assertThat(take(SECOND)).isEmpty();
    }

    @Test
    void givenBackItIsFreeAtOnceAndRemembersWhoHadIt() {
        take(FIRST);
        giveBack(FIRST, 1);
        assertThat(standing().held()).isFalse();
        assertThat(standing().holder().name()).isEqualTo("first");
        assertThat(renew(FIRST, 1)).isFalse();
        assertThat(take(SECOND)).contains(2L);
    }

    @Test
    void nobodyGivesBackWhatIsAnothers() {
        take(FIRST);
        runOut();
        take(SECOND);
        giveBack(FIRST, 1);
        assertThat(standing().heldBy(SECOND)).isTrue();
    }

    @Test
    void aClockSetBackDoesNotKeepADeadHoldersLeaseForEver() {
        take(FIRST);
        database.run(em -> em.createNativeQuery(
                        "update key_manager_lease set expires_at = current_timestamp + interval '7200' second")
                .executeUpdate());
        assertThat(take(SECOND)).isEmpty();
        long silent = standing().renewals();
        assertThat(take(SECOND, OptionalLong.of(silent))).contains(2L);
    }

    @Test
    void aSignOfLifeOutdatesWhatWasTakenForSilence() {
        take(FIRST);
        long silent = standing().renewals();
        renew(FIRST, 1);
        assertThat(take(SECOND, OptionalLong.of(silent))).isEmpty();
        assertThat(standing().heldBy(FIRST)).isTrue();
    }

    private Optional<Long> take(LeaseHolder server) {
        return take(server, OptionalLong.empty());
    }

    private Optional<Long> take(LeaseHolder server, OptionalLong silent) {
        return database.find(em -> new LeaseRepository(em).take(server, silent));
    }

    private boolean renew(LeaseHolder server, long number) {
        return database.call(em -> new LeaseRepository(em).renew(server, number));
    }

    private void giveBack(LeaseHolder server, long number) {
        database.run(em -> new LeaseRepository(em).giveBack(server, number));
    }

    private void runOut() {
        database.run(em -> em.createNativeQuery("update key_manager_lease set expires_at = current_timestamp")
                .executeUpdate());
    }

    private LeaseStanding standing() {
        return database.call(em -> new LeaseRepository(em).standing());
    }
}
