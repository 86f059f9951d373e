package org.sealpost.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.model.CmpTransaction.Awaited;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class CmpTransactionRepositoryTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final MailboxId ALICE = new MailboxId("alice-id");
    private static final List<Awaited> BOTH = List.of(
            new Awaited(BigInteger.ZERO, new Serial("a1")), new Awaited(BigInteger.valueOf(7), new Serial("b2")));

    private final TestDatabase.Opened database;

    CmpTransactionRepositoryTest(TestDatabase make) {
        database = make.open();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void remembersWhatItWaitsForAndWhoVouched() {
        begin("aa", NOW, true);
        CmpTransaction found = locked("aa");
        assertThat(found.awaited()).isEqualTo(BOTH);
        assertThat(found.mailbox()).isEqualTo(ALICE);
        assertThat(found.vouchedBy("token")).isTrue();
        assertThat(found.vouchedBy("another")).isFalse();
        assertThat(found.nonce()).containsExactly(1, 2, 3);
        assertThat(found.confirmBefore()).contains(NOW.plus(HOUR));
    }

    @Test
    void aNameWorksOnce() {
        begin("aa", NOW, false);
        assertThatThrownBy(() -> begin("aa", NOW, false)).isInstanceOf(PersistenceException.class);
    }

    @Test
    void isDueWhenItsTimeIsOverAndNotWhenItHasEnded() {
        begin("aa", NOW, true);
        begin("bb", NOW.plusSeconds(1), true);
        begin("cc", NOW, false);
        assertThat(due(NOW)).isEmpty();
        assertThat(due(NOW.plus(HOUR))).containsExactly("aa");
        assertThat(due(NOW.plus(HOUR).plusSeconds(1))).containsExactly("aa", "bb");
        database.run(
                em -> new CmpTransactionRepository(em).lock("aa").orElseThrow().end());
        assertThat(due(NOW.plus(HOUR))).isEmpty();
        assertThat(locked("aa").awaited()).isEmpty();
    }

    @Test
    void isForgottenWhenItIsOldAndHasEnded() {
        begin("aa", NOW, true);
        begin("bb", NOW, false);
        begin("cc", NOW.plusSeconds(5), false);
        int forgotten = database.call(em -> new CmpTransactionRepository(em).forgetBefore(NOW.plusSeconds(1)));
        assertThat(forgotten).isEqualTo(1);
        assertThat(database.find(em -> new CmpTransactionRepository(em).lock("bb")))
                .isEmpty();
        assertThat(locked("aa").id()).isEqualTo("aa");
    }

    private void begin(String id, Instant at, boolean waiting) {
        CmpTransaction begun =
                new CmpTransaction(new CmpTransaction.Origin(id, ALICE, "token"), new byte[] {1, 2, 3}, at);
        if (waiting) {
            begun.await(BOTH, at.plus(HOUR));
        }
        database.run(em -> new CmpTransactionRepository(em).add(begun));
    }

    private CmpTransaction locked(String id) {
        return database.call(em -> new CmpTransactionRepository(em).lock(id)).orElseThrow();
    }

    private List<String> due(Instant now) {
        return database.call(em -> new CmpTransactionRepository(em).due(now, 10)).stream()
                .map(CmpTransaction::id)
                .toList();
    }
}
