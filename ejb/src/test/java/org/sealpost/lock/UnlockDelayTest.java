package org.sealpost.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.assembly.TestClock;

class UnlockDelayTest {
    private final TestClock clock = new TestClock();
    private final UnlockDelay delay = new UnlockDelay();

    @BeforeEach
    void giveClock() {
        delay.clock = clock;
    }

    @Test
    void doublesWithEachWrongTryUpToAMinute() {
        assertThat(Stream.generate(() -> delay.wrong().toSeconds()).limit(9))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
    }

    @Test
    void saysHowManySecondsAreLeft() {
        delay.check();
        delay.wrong();
        delay.wrong();
        clock.pass(Duration.ofMillis(300));
        assertThatThrownBy(delay::check).isInstanceOfSatisfying(TooManyTries.class, e -> assertThat(e.arguments())
                .containsExactly(2L));
        clock.pass(Duration.ofMillis(1700));
        delay.check();
    }

    @Test
    void endsWithTheRightPassword() {
        delay.wrong();
        delay.right();
        delay.check();
        assertThat(delay.wrong()).isEqualTo(Duration.ofSeconds(1));
    }
}
