package org.sealpost.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.Providers;
import org.sealpost.epf.ClientEnrolment;
import org.sealpost.epf.SecurityFile;
import org.sealpost.escrow.KeyEscrow;
import org.sealpost.lock.KeyManagerUnavailable;
import org.sealpost.model.Act;
import org.sealpost.model.EscrowedKeyRepository;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.MailboxState;
import org.sealpost.model.OneTimeToken;
import org.sealpost.model.OneTimeTokenRepository;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.SigningRequest;
import org.sealpost.protocol.EnrolmentReply;
import org.sealpost.protocol.EnrolmentRequest;
import org.sealpost.protocol.TokenCode;

class EnrolmentTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Office office = new Office();
    private final TokenDesk desk = office.get(TokenDesk.class);
    private final TokenCheck check = office.get(TokenCheck.class);
    private final Enrolment enrolment = office.get(Enrolment.class);

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void theUserGetsBothCertificatesAndTheKeyIsInEscrow() {
        TokenCode token = handOut();
        try (ClientEnrolment client = begin(token);
                SecurityFile file = client.complete(redeem(client.request(), token))) {
            assertThat(file.mailbox()).isEqualTo("alice@corp.example");
            assertThat(file.signing().certificate().getPublicKey())
                    .isNotEqualTo(file.currentEncryption().certificate().getPublicKey());
            assertThat(escrowed()).singleElement().satisfies(key -> {
                assertThat(key.certificate()).isEqualTo(file.currentEncryption().certificate());
                assertThat(OwnedKey.belongTogether(
                                Providers.best(),
                                key.privateKey(),
                                key.certificate().getPublicKey()))
                        .isTrue();
            });
        }
        assertThat(state()).isEqualTo(MailboxState.ENABLED);
        assertThat(certificates()).isEqualTo(2);
    }

    @Test
    void aTokenWorksOnce() {
        TokenCode token = handOut();
        try (ClientEnrolment client = begin(token)) {
            redeem(client.request(), token);
            assertThatThrownBy(() -> redeem(client.request(), token))
                    .isInstanceOfSatisfying(
                            TokenRefused.class, e -> assertThat(e.code()).isEqualTo("token-spent"));
        }
        assertThat(certificates()).isEqualTo(2);
    }

    @Test
    void ofTwoWhoPassedTheCheckOneRedeemsIt() {
        TokenCode token = handOut();
        OneTimeToken checked = checked(token);
        try (ClientEnrolment first = begin(token);
                ClientEnrolment second = begin(token)) {
            complete(first.request(), checked);
            assertThatThrownBy(() -> complete(second.request(), checked)).isInstanceOf(TokenRefused.class);
        }
        assertThat(certificates()).isEqualTo(2);
    }

    @Test
    void whenTheReplyCannotBeSealedEverythingIsAsBefore() {
        TokenCode token = handOut();
        try (ClientEnrolment client = begin(token)) {
            EnrolmentRequest good = client.request();
            EnrolmentRequest bad =
                    new EnrolmentRequest(good.address(), good.token(), good.signingRequest(), new byte[65]);
            assertThatThrownBy(() -> redeem(bad, token)).isInstanceOf(BadEncoding.class);
            assertThat(state()).isEqualTo(MailboxState.TOKEN_OUT);
            assertThat(certificates()).isZero();
            assertThat(office.get(EscrowedKeyRepository.class).history(TestPeople.ALICE.id()))
                    .isEmpty();
            client.complete(redeem(good, token)).close();
        }
        assertThat(state()).isEqualTo(MailboxState.ENABLED);
    }

    @Test
    void aStoppedKeyManagerCostsNoToken() {
        TokenCode token = handOut();
        try (ClientEnrolment client = begin(token)) {
            office.lock.stop();
            assertThatThrownBy(() -> redeem(client.request(), token)).isInstanceOf(KeyManagerUnavailable.class);
        }
        assertThat(checked(token).triesLeft()).isEqualTo(OneTimeToken.TRIES);
    }

    @Test
    void everyWrongTryIsCountedAndTheFifthKillsTheToken() {
        TokenCode token = handOut();
        for (int left = OneTimeToken.TRIES - 1; left > 0; left--) {
            Object expected = left;
            assertThatThrownBy(this::tryWrongly).isInstanceOfSatisfying(TokenRefused.class, e -> {
                assertThat(e.code()).isEqualTo("wrong-token");
                assertThat(e.arguments()).containsExactly(expected);
            });
        }
        assertCode("token-exhausted", this::tryWrongly);
        assertCode("token-exhausted", () -> checked(token));
        assertCode("no-token", this::tryWrongly);
    }

    @Test
    void aDeadTokenSaysHowItDied() {
        TokenCode first = handOut();
        TokenCode second = handOut();
        assertCode("token-withdrawn", () -> checked(first));
        office.clock.pass(Duration.ofHours(72));
        assertCode("token-expired", () -> checked(second));
    }

    @Test
    void aTokenIsNotPrintedAndItsHashIsKept() {
        IssuedToken issued = office.call(() -> desk.handOut(TestPeople.ALICE, Act.ENABLE, Mailbox::issueToken));
        assertThat(issued.toString()).doesNotContain(issued.token());
        OneTimeToken kept = office.get(OneTimeTokenRepository.class)
                .live(TestPeople.ALICE.id())
                .orElseThrow();
        assertThat(kept.matches(TokenCode.parse(issued.token()).hash())).isTrue();
    }

    private TokenCode handOut() {
        IssuedToken issued = office.call(() -> desk.handOut(TestPeople.ALICE, Act.ENABLE, Mailbox::issueToken));
        return TokenCode.parse(issued.token());
    }

    private static ClientEnrolment begin(TokenCode token) {
        return ClientEnrolment.begin(Providers.best(), RANDOM, "alice@corp.example", token, KeyType.EC_P256);
    }

    private EnrolmentReply redeem(EnrolmentRequest request, TokenCode token) {
        return complete(request, checked(token));
    }

    private EnrolmentReply complete(EnrolmentRequest request, OneTimeToken token) {
        SigningRequest proof = SigningRequest.verify(Providers.best(), request.signingRequest());
        return office.call(() -> enrolment.complete(request, TestPeople.ALICE, proof.publicKey(), token));
    }

    /** The check's own transaction commits although it refuses. */
    private OneTimeToken checked(TokenCode token) {
        Object answer = office.call(() -> {
            try {
                return check.redeemable(TestPeople.ALICE.id(), token);
            } catch (TokenRefused e) {
                return e;
            }
        });
        if (answer instanceof TokenRefused refused) {
            throw refused;
        }
        return (OneTimeToken) answer;
    }

    private void tryWrongly() {
        checked(TokenCode.generate(RANDOM));
    }

    private static void assertCode(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(TokenRefused.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    private MailboxState state() {
        return office.get(MailboxRepository.class)
                .byId(TestPeople.ALICE.id())
                .orElseThrow()
                .state();
    }

    private int certificates() {
        return office.get(IssuedCertificateRepository.class)
                .history(TestPeople.ALICE.id())
                .size();
    }

    private List<OwnedKey> escrowed() {
        return office.call(() -> office.get(KeyEscrow.class).history(TestPeople.ALICE.id()));
    }
}
