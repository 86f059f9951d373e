package org.sealpost.web.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.Passphrase;
import org.sealpost.resealing.Consent;
import org.sealpost.settings.ServerConfiguration;

class RememberedPasswordTest {
    private final Passphrase right = Passphrase.copyOf("seven geese at the pond");
    private final Hours clock = new Hours();
    private final RememberedPassword remembered = new RememberedPassword();

    @BeforeEach
    void begin() {
        remembered.clock = () -> clock;
        allow("10");
    }

    @AfterEach
    void end() {
        remembered.close();
        right.close();
    }

    @Test
    void nothingIsRememberedUnlessItsOwnerTicksTheBox() {
        remembered.keepIfWanted(right);
        assertThat(remembered.isKept()).isFalse();
        assertThat(remembered.lend()).isEmpty();
        assertThat(remembered.getSeconds()).isZero();
    }

    @Test
    void itIsLentInCopiesUntilTheTimeIsUp() {
        keep();
        right.close();
        clock.pass(Duration.ofMinutes(10).minusSeconds(1));
        try (Passphrase copy = remembered.lend().orElseThrow()) {
            assertThat(copy.expose()).isEqualTo("seven geese at the pond".toCharArray());
        }
        assertThat(remembered.getSeconds()).isEqualTo(1);
        assertThat(remembered.lend()).isPresent();

        clock.pass(Duration.ofSeconds(1));
        assertThat(remembered.lend()).isEmpty();
        assertThat(remembered.getSeconds()).isZero();
    }

    /** What works in the background stops as soon as the password is forgotten, whoever or whatever says so. */
    @Test
    void consentEndsWithWhatIsRemembered() {
        keep();
        Consent consent = remembered.consent(Duration.ofHours(1));
        assertThat(consent.stands(clock.instant())).isTrue();
        clock.pass(Duration.ofMinutes(10));
        assertThat(remembered.isKept()).isFalse();
        assertThat(consent.stands(clock.instant())).isFalse();
    }

    @Test
    void consentEndsWhenItsOwnerSaysSoOrTheSessionEnds() {
        Consent first = remembered.consent(Duration.ofHours(1));
        remembered.forget();
        assertThat(first.stands(clock.instant())).isFalse();
        Consent second = remembered.consent(Duration.ofHours(1));
        remembered.close();
        assertThat(second.stands(clock.instant())).isFalse();
    }

    /** It need not be remembered: looking whether it is ends nothing, and the time does. */
    @Test
    void consentWithoutRememberingEndsByItself() {
        Consent consent = remembered.consent(Duration.ofHours(1));
        assertThat(remembered.isKept()).isFalse();
        clock.pass(Duration.ofMinutes(59));
        assertThat(remembered.lend()).isEmpty();
        assertThat(consent.stands(clock.instant())).isTrue();
        keep();
        assertThat(consent.stands(clock.instant()))
                .as("remembering it now ends nothing")
                .isTrue();
        clock.pass(Duration.ofMinutes(1));
        assertThat(consent.stands(clock.instant())).isFalse();
    }

    @Test
    void oneConsentTakesThePlaceOfTheOther() {
        Consent first = remembered.consent(Duration.ofHours(1));
        Consent second = remembered.consent(Duration.ofHours(1));
        assertThat(first.stands(clock.instant())).isFalse();
        assertThat(second.stands(clock.instant())).isTrue();
    }

    @Test
    void theBoxCountsOnce() {
        keep();
        remembered.forget();
        assertThat(remembered.isWanted()).isFalse();
        remembered.keepIfWanted(right);
        assertThat(remembered.isKept()).isFalse();
    }

    @Test
    void usingItDoesNotMakeItLastLonger() {
        keep();
        clock.pass(Duration.ofMinutes(6));
        remembered.lend().orElseThrow().close();
        clock.pass(Duration.ofMinutes(4));
        assertThat(remembered.isKept()).isFalse();
    }

    @Test
    void whatIsLentIsWipedWithoutTheRestAndForgettingLeavesNothing() {
        keep();
        Passphrase lent = remembered.lend().orElseThrow();
        lent.close();
        assertThatThrownBy(lent::expose).isInstanceOf(IllegalStateException.class);
        assertThat(remembered.isKept()).isTrue();
        remembered.close();
        assertThat(remembered.lend()).isEmpty();
    }

    @Test
    void aServerThatForbidsItRemembersNothing() {
        allow("0");
        assertThat(remembered.isOffered()).isFalse();
        keep();
        assertThat(remembered.isKept()).isFalse();
    }

    @Test
    void moreThanTwoHoursCannotBeAllowed() {
        assertThatThrownBy(() -> allow("121")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> allow("-1")).isInstanceOf(IllegalArgumentException.class);
        allow(null);
        assertThat(remembered.getMinutes()).isEqualTo(15);
    }

    private void keep() {
        remembered.setWanted(true);
        remembered.keepIfWanted(right);
    }

    private void allow(@Nullable String minutes) {
        ServerConfiguration settings =
                ServerConfiguration.from(name -> name.equals("sealpost.password.minutes") ? minutes : null);
        remembered.configuration = () -> settings;
    }

    /** Time that passes when the test says so. */
    private static final class Hours extends Clock {
        private Instant now = Instant.parse("2026-11-24T12:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
