package org.sealpost.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sealpost.revocation.Bureau.LEFT;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.model.Act;
import org.sealpost.model.RevocationCause;
import org.sealpost.ocsp.OcspRefusal;
import org.sealpost.ocsp.Responder;

class StatusServiceTest {
    private static final byte[] NONCE = "a nonce of our own".getBytes(StandardCharsets.US_ASCII);

    private final Bureau bureau = new Bureau();
    private final StatusDesk desk = new StatusDesk(bureau);
    private BigInteger alice = BigInteger.ONE;

    @BeforeEach
    void enable() {
        alice = bureau.enable().certificate().getSerialNumber();
    }

    @AfterEach
    void close() {
        bureau.close();
    }

    @Test
    void beforeTheFirstResponderIsAppointedClientsAreAskedToTryLater() {
        assertThat(desk.refused(plain())).isEqualTo(OcspRefusal.TRY_LATER);
        desk.renew();
        assertThat(desk.signed(plain()).shared()).isTrue();
    }

    @Test
    void aCertificateIsGoodForADayAndTheAnswerIsKept() {
        desk.renew();
        StatusReply.Signed first = desk.signed(plain());
        assertThat(OcspClient.status(first.encoded(), bureau.authority())).isEqualTo("good");
        assertThat(first.nextUpdate()).isEqualTo(first.thisUpdate().plus(Duration.ofHours(24)));
        bureau.clock.pass(Duration.ofHours(7));
        assertThat(desk.signed(plain()).encoded()).isEqualTo(first.encoded());
        bureau.clock.pass(Duration.ofHours(2));
        assertThat(desk.signed(plain()).thisUpdate()).isAfter(first.thisUpdate());
    }

    @Test
    void aRevocationIsAnsweredFromItsCommitOnWithReasonAndInstant() {
        desk.renew();
        desk.signed(plain());
        Instant since = bureau.clock.instant().minus(Duration.ofHours(1));
        bureau.revoke(new Revocation(RevocationCause.COMPROMISED, Optional.of(since), "Laptop stolen"));
        assertThat(OcspClient.status(desk.signed(plain()).encoded(), bureau.authority()))
                .isEqualTo("revoked KEY_COMPROMISE since " + since.truncatedTo(ChronoUnit.SECONDS));
    }

    @Test
    void whoLeftIsRevokedWithoutAnInstant() {
        desk.renew();
        bureau.revoke(LEFT);
        assertThat(OcspClient.status(desk.signed(plain()).encoded(), bureau.authority()))
                .isEqualTo("revoked CESSATION_OF_OPERATION");
    }

    @Test
    void aNonceIsAnsweredByASignatureOfItsOwnThatNobodyElseGets() throws IOException {
        desk.renew();
        StatusReply.Signed own = desk.signed(OcspClient.askWithNonce(NONCE, bureau.authority(), alice));
        assertThat(own.shared()).isFalse();
        assertThat(OcspClient.nonce(own.encoded()))
                .hasValueSatisfying(back -> assertThat(back).isEqualTo(NONCE));
        assertThat(OcspClient.nonce(desk.signed(plain()).encoded())).isEmpty();
    }

    @Test
    void aNumberThatNobodyKnowsIsUnknownForMinutesAndNotKept() {
        desk.renew();
        byte[] question = OcspClient.ask(bureau.authority(), BigInteger.valueOf(4711));
        StatusReply.Signed reply = desk.signed(question);
        assertThat(OcspClient.status(reply.encoded(), bureau.authority())).isEqualTo("unknown");
        assertThat(reply.nextUpdate()).isEqualTo(reply.thisUpdate().plus(Duration.ofMinutes(5)));
        bureau.lock.stop();
        assertThat(desk.refused(question)).isEqualTo(OcspRefusal.TRY_LATER);
    }

    @Test
    void anotherAuthoritysCertificatesAreNotAnsweredInAnyState() {
        try (Bureau other = new Bureau()) {
            byte[] foreign = OcspClient.ask(other.authority(), alice);
            assertThat(desk.refused(foreign)).isEqualTo(OcspRefusal.UNAUTHORIZED);
            desk.renew();
            assertThat(desk.refused(foreign)).isEqualTo(OcspRefusal.UNAUTHORIZED);
        }
    }

    @Test
    void severalAreAnsweredTogether() {
        desk.renew();
        StatusReply.Signed reply = desk.signed(OcspClient.ask(bureau.authority(), OcspClient.numbers(3)));
        assertThat(reply.shared()).isFalse();
        assertThat(OcspClient.count(reply.encoded())).isEqualTo(3);
    }

    @Test
    void whileStoppedKeptAnswersAreGivenUntilTheyEndANonceGoesUnansweredAndTheRestIsAskedToTryLater()
            throws IOException {
        desk.renew();
        StatusReply.Signed before = desk.signed(plain());
        bureau.lock.stop();
        bureau.clock.pass(Duration.ofHours(23));
        desk.renew();
        assertThat(desk.signed(plain()).encoded()).isEqualTo(before.encoded());
        assertThat(desk.signed(OcspClient.askWithNonce(NONCE, bureau.authority(), alice))
                        .encoded())
                .isEqualTo(before.encoded());
        assertThat(desk.refused(OcspClient.ask(bureau.authority(), OcspClient.numbers(2))))
                .isEqualTo(OcspRefusal.TRY_LATER);
        bureau.clock.pass(Duration.ofHours(1));
        assertThat(desk.refused(plain())).isEqualTo(OcspRefusal.TRY_LATER);
    }

    @Test
    void anAnswerThatIsNoLongerTrueIsNotGivenEvenWhileStopped() {
        desk.renew();
        desk.signed(plain());
        bureau.revoke(LEFT);
        bureau.lock.stop();
        assertThat(desk.refused(plain())).isEqualTo(OcspRefusal.TRY_LATER);
    }

    @Test
    void keptAnswersAreRenewedInTheBackgroundForAsLongAsSomebodyMayAsk() {
        desk.renew();
        Instant asked = desk.signed(plain()).thisUpdate();
        for (int day = 0; day < 6; day++) {
            bureau.clock.pass(Duration.ofHours(24));
            desk.renew();
        }
        bureau.lock.stop();
        assertThat(desk.signed(plain()).thisUpdate()).isEqualTo(asked.plus(Duration.ofDays(6)));
    }

    @Test
    void anAnswerThatNobodyNeededForAWeekIsForgotten() {
        desk.renew();
        desk.signed(plain());
        bureau.clock.pass(Duration.ofDays(8));
        desk.renew();
        bureau.lock.stop();
        assertThat(desk.refused(plain())).isEqualTo(OcspRefusal.TRY_LATER);
    }

    @Test
    void aClockThatWasSetBackStillGetsAnAnswerThatIsValidByIt() {
        desk.renew();
        desk.signed(plain());
        bureau.clock.pass(Duration.ofDays(-2));
        desk.renew();
        assertThat(desk.signed(plain()).thisUpdate())
                .isEqualTo(bureau.clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    @Test
    void theResponderIsReplacedEveryDayAndWithEveryStartAndEachTimeTheLogSaysSo() {
        desk.renew();
        desk.renew();
        bureau.clock.pass(Duration.ofHours(25));
        desk.renew();
        assertThat(bureau.entries(Act.APPOINT_RESPONDER)).isEqualTo(2);
    }

    @Test
    void theKeyGoesWithTheKeyManagersOthers() {
        desk.renew();
        assertThat(desk.responder().certificate()).isPresent();
        Responder responder = desk.responder();
        bureau.lock.stop();
        assertThat(responder.certificate()).isEmpty();
    }

    private byte[] plain() {
        return OcspClient.ask(bureau.authority(), alice);
    }
}
