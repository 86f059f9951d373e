package org.sealpost.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.model.Resealing.Turn;

class ResealingTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    private final Resealing run = new Resealing(new MailboxId("bob-id"), "first", NOW);

    @Test
    void eachTurnIsCountedAndTheNextIsBehindIt() {
        run.took(7, Turn.DONE, NOW);
        run.took(9, Turn.KEPT, NOW);
        run.took(12, Turn.REFUSED, NOW.plusSeconds(1));
        assertThat(run.afterId()).isEqualTo(12);
        assertThat(run.turnedAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(run.tally()).isEqualTo("1 re-encrypted, 1 kept, 1 refused");
        for (Turn turn : Turn.values()) {
            assertThat(run.count(turn)).isEqualTo(1);
        }
    }

    @Test
    void whoeverBeginsTakesItOverFromWhoeverWasAtIt() {
        assertThat(run.isWorkOf("first")).isTrue();
        run.took(7, Turn.DONE, NOW);
        run.begin("second", NOW);
        assertThat(run.isWorkOf("first")).isFalse();
        assertThat(run.isWorkOf("second")).isTrue();
        assertThat(run.afterId()).isEqualTo(7);
        assertThat(run.number()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(ResealingState.class)
    void itGoesOnWhereItStoppedAndAnewAfterItsEnd(ResealingState stopped) {
        run.took(7, Turn.REFUSED, NOW);
        switch (stopped) {
            case RUNNING -> {}
            case PAUSED -> run.pause(NOW);
            case INTERRUPTED -> run.interrupt(NOW);
            case FINISHED -> run.finish(NOW);
        }
        assertThat(run.state()).isEqualTo(stopped);
        assertThat(run.isWorkOf("first")).isEqualTo(stopped == ResealingState.RUNNING);
        run.begin("second", NOW.plusSeconds(60));
        boolean anew = stopped == ResealingState.FINISHED;
        assertThat(run.state()).isEqualTo(ResealingState.RUNNING);
        assertThat(run.number()).isEqualTo(anew ? 2 : 1);
        assertThat(run.afterId()).isEqualTo(anew ? 0 : 7);
        assertThat(run.count(Turn.REFUSED)).isEqualTo(anew ? 0 : 1);
        assertThat(run.startedAt()).isEqualTo(anew ? NOW.plusSeconds(60) : NOW);
    }

    @Test
    void onlyWhatIsUnderWayIsPaused() {
        run.pause(NOW);
        assertThatThrownBy(() -> run.pause(NOW)).isInstanceOf(NotResealing.class);
    }

    /** Of the present stretch alone: a pause does not make it slower. */
    @ParameterizedTest
    @CsvSource({"9, 60, ", "10, 2, ", "10, 5, PT10S", "20, 5, PT5S"})
    void thePaceTellsTheTimeThatIsLeft(int turns, int seconds, Duration left) {
        run.took(1, Turn.DONE, NOW);
        run.interrupt(NOW);
        Instant again = NOW.plusSeconds(3600);
        run.begin("second", again);
        for (int i = 0; i < turns; i++) {
            run.took(i + 2, Turn.KEPT, again);
        }
        if (left == null) {
            assertThat(run.timeFor(20, again.plusSeconds(seconds))).isEmpty();
        } else {
            assertThat(run.timeFor(20, again.plusSeconds(seconds))).contains(left);
        }
    }
}
