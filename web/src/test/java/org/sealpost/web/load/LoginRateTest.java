package org.sealpost.web.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sealpost.settings.RequestConfiguration;

class LoginRateTest {
    private final StandingClock clock = new StandingClock();

    @Test
    void aQuarterOfAMinutesRequestsMayComeAtOnceAndThenEvenly() {
        LoginRate rate = rate(120);
        assertThat(through(rate, "alice")).isEqualTo(30);
        assertThat(rate.delay("alice")).isEqualTo(Duration.ofMillis(500));
        clock.pass(Duration.ofSeconds(2));
        assertThat(through(rate, "alice")).isEqualTo(4);
    }

    @Test
    void oneLoginDoesNotUseUpWhatAnotherHas() {
        LoginRate rate = rate(120);
        through(rate, "alice");
        assertThat(rate.delay("bob")).isZero();
    }

    @Test
    void evenTheSmallestRateLetsOneRequestThrough() {
        LoginRate rate = rate(1);
        assertThat(through(rate, "alice")).isEqualTo(1);
        assertThat(rate.delay("alice")).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void noughtIsNoLimit() {
        LoginRate rate = rate(0);
        for (int i = 0; i < 5_000; i++) {
            assertThat(rate.delay("alice")).isZero();
        }
    }

    private LoginRate rate(int perMinute) {
        LoginRate rate = new LoginRate();
        rate.configuration = new RequestConfiguration(8, perMinute);
        rate.clock = clock;
        rate.start();
        return rate;
    }

    private static int through(LoginRate rate, String caller) {
        int through = 0;
        while (rate.delay(caller).isZero()) {
            through++;
        }
        return through;
    }
}
