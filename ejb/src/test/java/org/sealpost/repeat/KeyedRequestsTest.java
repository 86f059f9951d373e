package org.sealpost.repeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.TestClock;
import org.sealpost.crypto.KeyWrap;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.RequestKey;

/** Begun, then answered, refused or lost; asked again in each of these states. */
class KeyedRequestsTest {
    private static final RequestKey KEY = RequestKey.of("alice", "8e03978e-40d5-43dd-bc93-6894a57f9324");
    private static final byte[] REQUEST = octets("POST /mailboxes/bob@corp.example/token");
    private static final FirstAnswer TOKEN = new FirstAnswer(200, "application/json", octets("{\"token\":\"7K3QF\"}"));

    private final TestClock clock = new TestClock();
    private final Assembly assembly = new Assembly();
    private final KeyedRequests requests;

    KeyedRequestsTest() {
        assembly.give(Clock.class, clock).give(KeyWrap.class, new KeyWrap(Providers.best(), new SecureRandom()));
        requests = assembly.get(KeyedRequests.class);
    }

    @AfterEach
    void close() {
        assembly.close();
    }

    @Test
    void whatIsAskedAgainGetsTheFirstAnswer() {
        assertThat(begin(REQUEST)).isEmpty();
        assembly.run(() -> requests.answered(KEY, TOKEN));
        for (int i = 0; i < 3; i++) {
            FirstAnswer again = begin(REQUEST).orElseThrow();
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.mediaType()).isEqualTo("application/json");
            assertThat(again.body()).isEqualTo(TOKEN.body());
            assertThat(again.toString()).doesNotContain("7K3QF");
        }
    }

    @Test
    void anAnswerWithoutABodyIsOneToo() {
        begin(REQUEST);
        assembly.run(() -> requests.answered(KEY, new FirstAnswer(204, "", new byte[0])));
        FirstAnswer again = begin(REQUEST).orElseThrow();
        assertThat(again.status()).isEqualTo(204);
        assertThat(again.mediaType()).isEmpty();
        assertThat(again.body()).isEmpty();
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() {
        begin(REQUEST);
        assertThatThrownBy(() -> begin(octets("something else"))).isInstanceOf(KeyUsedOtherwise.class);
        assembly.run(() -> requests.answered(KEY, TOKEN));
        assertThatThrownBy(() -> begin(octets("something else"))).isInstanceOf(KeyUsedOtherwise.class);
    }

    @Test
    void whatIsUnderWayIsNotDoneTwice() {
        begin(REQUEST);
        assertThatThrownBy(() -> begin(REQUEST)).isInstanceOf(StillUnderWay.class);
        clock.pass(KeyedRequests.LONGEST.plusSeconds(1));
        assertThatThrownBy(() -> begin(REQUEST)).isInstanceOf(OutcomeLost.class);
    }

    @Test
    void whatWasLostIsNotDoneTwiceEither() {
        begin(REQUEST);
        assembly.run(() -> requests.lost(KEY));
        assertThatThrownBy(() -> begin(REQUEST)).isInstanceOf(OutcomeLost.class);
    }

    @Test
    void whatWasRefusedMayBeAskedAgain() {
        begin(REQUEST);
        assembly.run(() -> requests.refused(KEY));
        assertThat(begin(octets("a better request"))).isEmpty();
    }

    @ParameterizedTest(name = "after {0} minutes the answer is known: {1}")
    @CsvSource({"1439, true", "1440, false", "3000, false"})
    void aKeyIsRememberedForADay(long minutes, boolean known) {
        begin(REQUEST);
        assembly.run(() -> requests.answered(KEY, TOKEN));
        clock.pass(Duration.ofMinutes(minutes));
        assertThat(begin(REQUEST).isPresent()).isEqualTo(known);
    }

    @Test
    void theOldAreForgotten() {
        begin(REQUEST);
        assertThat(forgotten()).isZero();
        clock.pass(KeyedRequests.REMEMBERED.plusSeconds(1));
        assertThat(forgotten()).isEqualTo(1);
        assertThat(forgotten()).isZero();
    }

    private Optional<FirstAnswer> begin(byte[] request) {
        return assembly.inTransaction(() -> requests.begin(KEY, KEY.mark(request)));
    }

    private int forgotten() {
        return assembly.inTransaction(() -> requests.forgetOld(10));
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
