package org.sealpost.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class OneTimeTokenRepositoryTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final Instant END = NOW.plus(Duration.ofHours(72));
    private static final MailboxId ALICE = new MailboxId("alice-id");

    private final TestDatabase.Opened database;

    OneTimeTokenRepositoryTest(TestDatabase make) {
        database = make.open();
    }

    @BeforeEach
    void addMailbox() {
        database.run(em -> new MailboxRepository(em).add(new Mailbox(ALICE, "alice@corp.example", NOW)));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aTokenIsSpentOnce() {
        UUID token = handOut(1);
        assertThat(spend(token, NOW)).isTrue();
        assertThat(spend(token, NOW)).isFalse();
        assertThat(stateOf(token)).isEqualTo(TokenState.SPENT);
        assertThat(live()).isEmpty();
    }

    @Test
    void ofManyWhoSpendItAtOnceOneSucceeds() throws Exception {
        UUID token = handOut(1);
        int people = 8;
        CyclicBarrier start = new CyclicBarrier(people);
        ExecutorService threads = Executors.newFixedThreadPool(people);
        try {
            List<Callable<Boolean>> attempts = IntStream.range(0, people)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        start.await(10, TimeUnit.SECONDS);
                        return spend(token, NOW);
                    })
                    .toList();
            int successes = 0;
            for (Future<Boolean> attempt : threads.invokeAll(attempts)) {
                successes += attempt.get() ? 1 : 0;
            }
            assertThat(successes).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aRolledBackSpendingLeavesTheTokenAlive() {
        UUID token = handOut(1);
        assertThatThrownBy(() -> database.run(em -> {
                    assertThat(new OneTimeTokenRepository(em).spend(token, NOW)).isTrue();
                    throw new IllegalStateException("escrow failed");
                }))
                .hasMessage("escrow failed");
        assertThat(spend(token, NOW)).isTrue();
    }

    @Test
    void aTokenRunsOutByTime() {
        UUID token = handOut(1);
        assertThat(spend(token, END)).isFalse();
        assertThat(spend(token, END.minusMillis(1))).isTrue();
    }

    @Test
    void aNewTokenKillsTheOneBefore() {
        UUID first = handOut(1);
        UUID second = handOut(2);
        assertThat(spend(first, NOW)).isFalse();
        assertThat(stateOf(first)).isEqualTo(TokenState.WITHDRAWN);
        assertThat(spend(second, NOW)).isTrue();
    }

    @Test
    void theDatabaseItselfAllowsOneLiveTokenForAMailbox() {
        handOut(1);
        assertThatThrownBy(() -> database.run(em -> em.persist(token(2)))).isInstanceOf(PersistenceException.class);
    }

    @Test
    void theFifthWrongTryKillsIt() {
        UUID token = handOut(1);
        for (int left = OneTimeToken.TRIES - 1; left > 0; left--) {
            tryWrongly(token);
            assertThat(live())
                    .singleElement()
                    .extracting(OneTimeToken::triesLeft)
                    .isEqualTo(left);
        }
        tryWrongly(token);
        assertThat(stateOf(token)).isEqualTo(TokenState.EXHAUSTED);
        assertThat(spend(token, NOW)).isFalse();
        tryWrongly(token);
        assertThat(stateOf(token)).isEqualTo(TokenState.EXHAUSTED);
    }

    @Test
    void withdrawingTellsWhetherThereWasOne() {
        UUID token = handOut(1);
        assertThat(withdraw()).isTrue();
        assertThat(withdraw()).isFalse();
        assertThat(spend(token, NOW)).isFalse();
    }

    @Test
    void theHistoryIsNewestFirstAndBounded() {
        handOut(1);
        UUID second = handOut(2);
        List<OneTimeToken> newest = database.call(em -> new OneTimeTokenRepository(em).history(ALICE, 1));
        assertThat(newest).extracting(OneTimeToken::id).containsExactly(second);
    }

    @Test
    void onlyTheRightHashMatches() {
        handOut(1);
        OneTimeToken token = live().get(0);
        assertThat(token.matches(hash(1))).isTrue();
        assertThat(token.matches(hash(2))).isFalse();
        assertThat(token.isLive(NOW)).isTrue();
        assertThat(token.isLive(END)).isFalse();
        assertThat(token.issuedBy()).isEqualTo("ada");
        assertThat(token.endedAt()).isNull();
    }

    @Test
    void aTokenIsFoundByItsReferenceUntilItsSealedFormIsForgotten() {
        OneTimeToken token = token(1);
        token.carry(hash(9), new byte[] {1, 2});
        database.run(em -> new OneTimeTokenRepository(em).replaceLive(token));
        assertThat(byReference(9)).singleElement().satisfies(found -> {
            assertThat(found.id()).isEqualTo(token.id());
            assertThat(found.sealedCode()).contains(new byte[] {1, 2});
        });
        assertThat(byReference(8)).isEmpty();
        assertThat(forget(END)).isZero();
        assertThat(forget(END.plusSeconds(1))).isEqualTo(1);
        assertThat(byReference(9)).isEmpty();
        assertThat(live()).singleElement().satisfies(kept -> assertThat(kept.sealedCode())
                .isEmpty());
    }

    @Test
    void aTokenIsSentByMailOnceUnlessItIsMeantToGoAgain() {
        UUID token = handOut(1);
        assertThat(mail(token, false)).isTrue();
        assertThat(mail(token, false)).isFalse();
        assertThat(mail(token, true)).isTrue();
        UUID next = handOut(2);
        assertThat(mail(token, true)).as("it has ended").isFalse();
        assertThat(mail(next, false)).as("another one").isTrue();
    }

    private boolean mail(UUID token, boolean again) {
        return database.call(em -> new OneTimeTokenRepository(em).mail(token, NOW, again));
    }

    @Test
    void aRecoveryTokenIsNeverKeptSealed() {
        OneTimeToken token = new OneTimeToken(ALICE, TokenPurpose.RECOVER, new TokenTerms(hash(1), "ada", NOW, END));
        assertThatThrownBy(() -> token.carry(hash(9), new byte[] {1})).isInstanceOf(IllegalStateException.class);
    }

    private List<OneTimeToken> byReference(int number) {
        return database.call(em -> new OneTimeTokenRepository(em).byReference(hash(number)));
    }

    private int forget(Instant before) {
        return database.call(em -> new OneTimeTokenRepository(em).forgetSealed(before));
    }

    private UUID handOut(int number) {
        OneTimeToken token = token(number);
        database.run(em -> new OneTimeTokenRepository(em).replaceLive(token));
        return token.id();
    }

    private static OneTimeToken token(int number) {
        return new OneTimeToken(
                ALICE, TokenPurpose.ENROL, new TokenTerms(hash(number), "ada", NOW.plusMillis(number), END));
    }

    private static byte[] hash(int number) {
        byte[] hash = new byte[32];
        hash[0] = (byte) number;
        return hash;
    }

    private boolean spend(UUID token, Instant at) {
        return database.call(em -> new OneTimeTokenRepository(em).spend(token, at));
    }

    private void tryWrongly(UUID token) {
        database.run(em -> new OneTimeTokenRepository(em).countWrongTry(token, NOW));
    }

    private boolean withdraw() {
        return database.call(em -> new OneTimeTokenRepository(em).withdrawLive(ALICE, NOW));
    }

    private List<OneTimeToken> live() {
        return database.call(em -> new OneTimeTokenRepository(em).live(ALICE)).stream()
                .toList();
    }

    private TokenState stateOf(UUID token) {
        return database.call(em -> em.find(OneTimeToken.class, token).state());
    }
}
