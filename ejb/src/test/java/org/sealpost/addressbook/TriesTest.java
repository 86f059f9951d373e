package org.sealpost.addressbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sealpost.assembly.TestClock;

class TriesTest {
    private final TestClock clock = new TestClock();

    @Test
    void eachHasItsOwnAndTheyComeBackAfterAMinute() {
        Tries tries = new Tries(2, 100, clock);
        spend(tries, "192.0.2.1", 2);
        assertThat(tries.left("192.0.2.1")).isFalse();
        assertThat(tries.left("192.0.2.2")).isTrue();
        clock.pass(Duration.ofSeconds(59));
        assertThat(tries.left("192.0.2.1")).isFalse();
        clock.pass(Duration.ofSeconds(1));
        assertThat(tries.left("192.0.2.1")).isTrue();
    }

    @Test
    void manyTogetherAreBoundedToo() {
        Tries tries = new Tries(2, 3, clock);
        spend(tries, "192.0.2.1", 1);
        spend(tries, "192.0.2.2", 1);
        spend(tries, "192.0.2.3", 1);
        assertThat(tries.left("192.0.2.4")).isFalse();
        clock.pass(Duration.ofMinutes(1));
        assertThat(tries.left("192.0.2.4")).isTrue();
    }

    private static void spend(Tries tries, String caller, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(tries.left(caller)).isTrue();
            tries.spend(caller);
        }
    }
}
