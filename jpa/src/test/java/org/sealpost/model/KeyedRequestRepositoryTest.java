package org.sealpost.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class KeyedRequestRepositoryTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final byte[] MARK = {1, 2, 3};

    private final TestDatabase.Opened database;

    KeyedRequestRepositoryTest(TestDatabase make) {
        database = make.open();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aNameIsBegunOnce() {
        begin("a", NOW);
        assertThatThrownBy(() -> begin("a", NOW)).isInstanceOf(PersistenceException.class);
        begin("b", NOW);
    }

    @Test
    void itIsComparedByItsMarkAndHasNoAnswerAtFirst() {
        begin("a", NOW);
        KeyedRequest found = found("a").orElseThrow();
        assertThat(found.asksFor(MARK)).isTrue();
        assertThat(found.asksFor(new byte[] {1, 2, 4})).isFalse();
        assertThat(found.answer()).isEmpty();
        assertThat(found.lost()).isFalse();
        assertThat(found.begunAt()).isEqualTo(NOW);
    }

    @Test
    void theAnswerStays() {
        begin("a", NOW);
        database.run(
                em -> new KeyedRequestRepository(em).lock("a").orElseThrow().answer(new byte[] {9}));
        assertThat(found("a").orElseThrow().answer().orElseThrow()).containsExactly(9);
    }

    @Test
    void whatWasLostIsKnownToBe() {
        begin("a", NOW);
        database.run(
                em -> new KeyedRequestRepository(em).lock("a").orElseThrow().lose());
        assertThat(found("a").orElseThrow().lost()).isTrue();
    }

    @Test
    void whatWasRefusedMayBeAskedAgain() {
        begin("a", NOW);
        database.run(em -> {
            KeyedRequestRepository requests = new KeyedRequestRepository(em);
            requests.forget(requests.lock("a").orElseThrow());
        });
        assertThat(found("a")).isEmpty();
        begin("a", NOW);
    }

    @Test
    void theOldAreForgottenALimitedNumberAtATime() {
        begin("a", NOW);
        begin("b", NOW.plusSeconds(1));
        begin("c", NOW.plusSeconds(2));
        assertThat(forget(NOW, 10)).isZero();
        assertThat(forget(NOW.plusSeconds(2), 1)).isEqualTo(1);
        assertThat(found("a")).isEmpty();
        assertThat(forget(NOW.plusSeconds(2), 10)).isEqualTo(1);
        assertThat(found("c")).isPresent();
    }

    private void begin(String name, Instant at) {
        database.run(em -> new KeyedRequestRepository(em).add(new KeyedRequest(name, MARK, at)));
    }

    private Optional<KeyedRequest> found(String name) {
        return database.find(em -> new KeyedRequestRepository(em).lock(name));
    }

    private int forget(Instant before, int limit) {
        return database.find(em -> Optional.of(new KeyedRequestRepository(em).forgetBefore(before, limit)))
                .orElseThrow();
    }
}
