package org.sealpost.web.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    private final Pace pace = new Pace(3, Duration.ofSeconds(10));

    @ParameterizedTest(name = "after {0} s {1} more go through")
    @CsvSource({"0, 0", "9, 0", "10, 1", "19, 1", "20, 2", "30, 3", "3600, 3"})
    void whatWasUsedUpComesBackEvenlyAndNeverMoreThanTheBurst(long seconds, int more) {
        assertThat(through(NOW)).isEqualTo(3);
        assertThat(through(NOW.plusSeconds(seconds))).isEqualTo(more);
    }

    @Test
    void whoIsRefusedIsToldHowLongToWaitAndIsNotCounted() {
        through(NOW);
        for (int i = 0; i < 5; i++) {
            assertThat(pace.take("alice", NOW.plusSeconds(4))).isEqualTo(Duration.ofSeconds(6));
        }
    }

    @Test
    void askingForTheDelayAloneCountsNothing() {
        for (int i = 0; i < 5; i++) {
            assertThat(pace.delay("alice", NOW)).isZero();
        }
        assertThat(through(NOW)).isEqualTo(3);
    }

    @Test
    void eachCallerHasItsOwn() {
        through(NOW);
        assertThat(pace.take("bob", NOW)).isZero();
    }

    @Test
    void aClockThatIsSetBackLocksNobodyOutForLongerThanTheWayBack() {
        through(NOW);
        assertThat(pace.take("alice", NOW.minusSeconds(60))).isEqualTo(Duration.ofSeconds(70));
    }

    @Test
    void onlyTheLastCallersAreRemembered() {
        through(NOW);
        for (int i = 0; i < 10_000; i++) {
            pace.take("caller-" + i, NOW);
        }
        assertThat(through(NOW)).isEqualTo(3);
    }

    private int through(Instant now) {
        int through = 0;
        while (pace.take("alice", now).isZero()) {
            through++;
        }
        return through;
    }
}
