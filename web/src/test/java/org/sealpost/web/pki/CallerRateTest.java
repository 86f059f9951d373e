package org.sealpost.web.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CallerRateTest {
    private static final String HERE = "192.0.2.1";

    private final Standing clock = new Standing();
    private final CallerRate rate = new CallerRate();

    CallerRateTest() {
        rate.clock = clock;
    }

    @Test
    void aBurstGoesThroughAndThenTwoInASecond() {
        for (int i = 0; i < CallerRate.BURST; i++) {
            assertThat(rate.delay(HERE)).isZero();
        }
        assertThat(rate.delay(HERE)).isEqualTo(Duration.ofMillis(500));
        clock.now = clock.now.plusMillis(500);
        assertThat(rate.delay(HERE)).isZero();
        assertThat(rate.delay(HERE)).isPositive();
    }

    @Test
    void whoIsRefusedWaitsNoLongerForIt() {
        for (int i = 0; i < CallerRate.BURST + 20; i++) {
            rate.delay(HERE);
        }
        assertThat(rate.delay(HERE)).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void oneDoesNotSpoilItForAnother() {
        for (int i = 0; i < CallerRate.BURST + 1; i++) {
            rate.delay(HERE);
        }
        assertThat(rate.delay("192.0.2.2")).isZero();
    }

    @Test
    void manyTogetherAreBoundedToo() {
        int admitted = 0;
        for (int i = 0; i < 1_000; i++) {
            admitted += rate.delay("2001:db8::" + Integer.toHexString(i)).isZero() ? 1 : 0;
        }
        assertThat(admitted).isEqualTo(10 * CallerRate.BURST);
    }

    private static final class Standing extends Clock {
        private Instant now = Instant.parse("2026-11-24T08:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
