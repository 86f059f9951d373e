package org.sealpost.epf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sealpost.pki.SampleAuthority.NOW;

import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Hpke;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.UnwrapFailed;
import org.sealpost.pki.CertificateOrder;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.SampleAuthority;
import org.sealpost.pki.SigningRequest;
import org.sealpost.pki.Subject;
import org.sealpost.protocol.EnrolmentReply;
import org.sealpost.protocol.EnrolmentRequest;
import org.sealpost.protocol.TokenCode;

class ClientEnrolmentTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Providers PROVIDERS = Providers.best();
    private static final Subject ALICE = new Subject("alice@corp.example");

    private final SampleAuthority authority = SampleAuthority.create();
    private final Hpke hpke = new Hpke(PROVIDERS, RANDOM);
    private final TokenCode token = TokenCode.generate(RANDOM);

    private ClientEnrolment begin() {
        return ClientEnrolment.begin(PROVIDERS, RANDOM, ALICE.address(), token, KeyType.EC_P256);
    }

    /** The Key Manager's part: certifies what the request proves, and makes the encryption pair. */
    private IssuedKeys grant(EnrolmentRequest request, OwnedKey... encryption) {
        SigningRequest proven = SigningRequest.verify(PROVIDERS, request.signingRequest());
        return new IssuedKeys(certify(proven.publicKey()), List.of(encryption), List.of(authority.certificate()));
    }

    private X509Certificate certify(PublicKey key) {
        return authority
                .authority()
                .issue(new CertificateOrder(
                        CertificateProfile.SIGNING,
                        ALICE,
                        key,
                        CertificateOrder.newSerial(RANDOM),
                        NOW,
                        Capabilities.OWN));
    }

    private OwnedKey encryption(KeyType type) {
        return authority.issue(CertificateProfile.ENCRYPTION, ALICE, type);
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyType.class,
            names = {"EC_P256", "RSA_2048"})
    void enrolmentEndsInASecurityFileThatSealsAndOpens(KeyType signingType) {
        try (ClientEnrolment enrolment = ClientEnrolment.begin(PROVIDERS, RANDOM, ALICE.address(), token, signingType);
                IssuedKeys keys = grant(enrolment.request(), encryption(KeyType.RSA_2048));
                SecurityFile file = enrolment.complete(keys.sealFor(enrolment.request(), hpke));
                Passphrase password = Passphrase.copyOf("secret")) {
            assertThat(file.mailbox()).isEqualTo(ALICE.address());
            assertThat(file.signing().certificate()).isEqualTo(keys.signing());
            assertThat(OwnedKey.belongTogether(
                            PROVIDERS,
                            file.signing().privateKey(),
                            file.signing().certificate().getPublicKey()))
                    .isTrue();
            SecurityFileStore store = new SecurityFileStore(PROVIDERS, RANDOM);
            try (SecurityFile opened = store.open(store.seal(file, password), password)) {
                assertThat(opened.currentEncryption().certificate())
                        .isEqualTo(keys.encryption().get(0).certificate());
            }
        }
    }

    @Test
    void requestCarriesNoPrivateKey() {
        try (ClientEnrolment enrolment = begin()) {
            EnrolmentRequest request = enrolment.request();
            SigningRequest proven = SigningRequest.verify(PROVIDERS, request.signingRequest());
            assertThat(proven.address()).isEqualTo(ALICE.address());
            assertThat(request.token()).isEqualTo(token.text());
            assertThat(request.transportKey()).hasSize(65);
            assertThat(request.signingRequest().length).isLessThan(600);
        }
    }

    @Test
    void recoveredHistoryComesInOrder() {
        try (ClientEnrolment enrolment = begin()) {
            IssuedKeys keys = grant(
                    enrolment.request(),
                    encryption(KeyType.EC_P256),
                    encryption(KeyType.RSA_2048),
                    encryption(KeyType.EC_P256));
            SecurityFile file = enrolment.complete(keys.sealFor(enrolment.request(), hpke));
            assertThat(file.encryption())
                    .extracting(OwnedKey::certificate)
                    .containsExactlyElementsOf(keys.encryption().stream()
                            .map(OwnedKey::certificate)
                            .toList());
            assertThat(file.authorities()).containsExactly(authority.certificate());
        }
    }

    @Test
    void replyOpensForItsRequestOnly() {
        try (ClientEnrolment one = begin();
                ClientEnrolment two = begin()) {
            EnrolmentReply reply =
                    grant(one.request(), encryption(KeyType.EC_P256)).sealFor(one.request(), hpke);
            assertThatThrownBy(() -> two.complete(reply)).isInstanceOf(UnwrapFailed.class);
        }
    }

    @Test
    void replyToARequestThatWasChangedOnTheWayDoesNotOpen() {
        try (ClientEnrolment enrolment = begin()) {
            EnrolmentRequest sent = enrolment.request();
            EnrolmentRequest changed = new EnrolmentRequest(
                    "mallory@corp.example", sent.token(), sent.signingRequest(), sent.transportKey());
            EnrolmentReply reply = grant(sent, encryption(KeyType.EC_P256)).sealFor(changed, hpke);
            assertThatThrownBy(() -> enrolment.complete(reply)).isInstanceOf(UnwrapFailed.class);
        }
    }

    @Test
    void alteredReplyIsRefused() {
        try (ClientEnrolment enrolment = begin()) {
            byte[] sealed = grant(enrolment.request(), encryption(KeyType.EC_P256))
                    .sealFor(enrolment.request(), hpke)
                    .sealed();
            for (int i = 0; i < sealed.length; i += 50) {
                byte[] altered = sealed.clone();
                altered[i] ^= 1;
                assertThatThrownBy(() -> enrolment.complete(new EnrolmentReply(altered)))
                        .isInstanceOf(UnwrapFailed.class);
            }
            assertThatThrownBy(() -> enrolment.complete(new EnrolmentReply(new byte[0])))
                    .isInstanceOf(UnwrapFailed.class);
        }
    }

    @Test
    void certificateForAnotherKeyIsRefused() {
        try (ClientEnrolment enrolment = begin()) {
            X509Certificate others = certify(authority.pair(KeyType.EC_P256).getPublic());
            IssuedKeys keys = new IssuedKeys(others, List.of(encryption(KeyType.EC_P256)), List.of());
            assertThatThrownBy(() -> enrolment.complete(keys.sealFor(enrolment.request(), hpke)))
                    .isInstanceOf(BadEncoding.class);
        }
    }

    @Test
    void encryptionKeyThatDoesNotFitItsCertificateIsRefused() {
        try (ClientEnrolment enrolment = begin()) {
            OwnedKey mixed = new OwnedKey(
                    encryption(KeyType.EC_P256).privateKey(),
                    encryption(KeyType.EC_P256).certificate());
            EnrolmentReply reply = grant(enrolment.request(), mixed).sealFor(enrolment.request(), hpke);
            assertThatThrownBy(() -> enrolment.complete(reply)).isInstanceOf(BadEncoding.class);
            EnrolmentReply empty = grant(enrolment.request()).sealFor(enrolment.request(), hpke);
            assertThatThrownBy(() -> enrolment.complete(empty)).isInstanceOf(BadEncoding.class);
        }
    }

    @Test
    void closingWipesTheTransportKey() {
        ClientEnrolment enrolment = begin();
        EnrolmentReply reply =
                grant(enrolment.request(), encryption(KeyType.EC_P256)).sealFor(enrolment.request(), hpke);
        enrolment.close();
        assertThatThrownBy(() -> enrolment.complete(reply)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothingSecretIsPrinted() {
        try (ClientEnrolment enrolment = begin()) {
            assertThat(grant(enrolment.request(), encryption(KeyType.EC_P256)).toString())
                    .startsWith("IssuedKeys[")
                    .endsWith("1 encryption keys]");
            assertThat(enrolment.request().toString()).doesNotContain(token.text());
        }
    }
}
