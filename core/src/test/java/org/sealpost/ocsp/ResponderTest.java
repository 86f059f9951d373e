package org.sealpost.ocsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sealpost.pki.SampleAuthority.NOW;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.CertificateAuthority;
import org.sealpost.pki.CertificateOrder;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.Openssl;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.RevocationReason;
import org.sealpost.pki.SampleAuthority;

class ResponderTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final SampleAuthority SAMPLE = SampleAuthority.create();
    private static final OwnedKey ALICE = SAMPLE.issue(CertificateProfile.SIGNING, "alice@corp.example");

    /** id-pkix-ocsp-nocheck with NULL as its value, not critical; the JDK shows another value than was written. */
    private static final String NOCHECK = "06092b0601050507300105" + "04020500";

    private final Responder responder = new Responder(Providers.best());

    @TempDir
    private Path folder;

    @BeforeEach
    void appoint() {
        responder.appoint(delegate(SAMPLE, NOW));
    }

    @Test
    void theDelegateMayAnswerAndNothingElse() throws Exception {
        X509Certificate delegate = responder.certificate().orElseThrow();
        delegate.verify(SAMPLE.certificate().getPublicKey());
        assertThat(delegate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.9");
        assertThat(delegate.getKeyUsage())
                .containsExactly(true, false, false, false, false, false, false, false, false);
        assertThat(delegate.getBasicConstraints()).isEqualTo(-1);
        assertThat(HexFormat.of().formatHex(Certificates.der(delegate))).contains(NOCHECK);
        assertThat(delegate.getSubjectX500Principal().getName()).startsWith("CN=OCSP responder,O=");
        assertThat(delegate.getNotAfter().toInstant()).isEqualTo(NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void noDelegateOutlivesItsAuthority() {
        Instant end = SAMPLE.certificate().getNotAfter().toInstant();
        OwnedKey late = delegate(SAMPLE, end.minus(Duration.ofDays(1)));
        assertThat(late.certificate().getNotAfter().toInstant()).isEqualTo(end);
    }

    @Test
    void opensslAcceptsGood() throws IOException {
        assertThat(said(plain(), new CertificateStatus.Good()))
                .contains("Response verify OK")
                .contains("status.pem: good");
    }

    @ParameterizedTest
    @EnumSource(RevocationReason.class)
    void opensslReadsRevokedWithItsReason(RevocationReason reason) throws IOException {
        String said = said(plain(), new CertificateStatus.Revoked(NOW.minusSeconds(60), reason, Optional.empty()));
        assertThat(said)
                .contains("Response verify OK")
                .contains("status.pem: revoked")
                .contains("Revocation Time: Nov 24 11:59:00 2026 GMT");
        if (reason != RevocationReason.UNSPECIFIED) {
            String word = reason.name().replace("_", "");
            assertThat(said).containsIgnoringCase("Reason: " + word);
        }
    }

    @Test
    void theInstantOfCompromiseIsSaidAsOnAList() throws IOException {
        Instant since = Instant.parse("2025-12-31T23:59:59Z");
        assertThat(text(new CertificateStatus.Revoked(NOW, RevocationReason.KEY_COMPROMISE, Optional.of(since))))
                .contains("Invalidity Date")
                .contains("Dec 31 23:59:59 2025 GMT");
    }

    @Test
    void opensslReadsUnknown() throws IOException {
        assertThat(said(plain(), new CertificateStatus.Unknown())).contains("status.pem: unknown");
    }

    @Test
    void theNonceComesBack() throws IOException {
        byte[] question = Questions.withNonce(SAMPLE.certificate(), serial(), new byte[32]);
        assertThat(said(question, new CertificateStatus.Good()))
                .contains("Response verify OK")
                .doesNotContain("no nonce")
                .doesNotContain("Nonce Verify error");
    }

    @Test
    void anAnswerSaysWhenItWasSignedAndUntilWhenItHolds() throws IOException {
        assertThat(text(new CertificateStatus.Good()))
                .doesNotContain("OCSP Nonce")
                .contains("Produced At: Nov 24 12:00:00 2026 GMT")
                .contains("Next Update: Nov 25 12:00:00 2026 GMT");
    }

    @Test
    void anAnswerByAKeyThatIsNoDelegateIsRefusedByPeers() throws IOException {
        responder.appoint(SAMPLE.issue(CertificateProfile.SIGNING, "mallory@corp.example"));
        assertThat(said(plain(), new CertificateStatus.Good())).contains("Response Verify Failure");
    }

    @Test
    void anotherAuthoritysDelegateIsRefusedByPeers() throws IOException {
        responder.appoint(delegate(SampleAuthority.create(), NOW));
        assertThat(said(plain(), new CertificateStatus.Good())).contains("Response Verify Failure");
    }

    @Test
    void nothingIsSignedWithoutAKeyAndANewKeyDestroysTheOld() {
        OwnedKey first = delegate(SAMPLE, NOW);
        responder.appoint(first);
        responder.appoint(delegate(SAMPLE, NOW));
        assertThat(first.privateKey().isDestroyed()).isTrue();
        responder.close();
        responder.close();
        assertThat(responder.certificate()).isEmpty();
        assertThat(responder.sign(unsigned(plain(), new CertificateStatus.Good())))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(OcspRefusal.class)
    void refusalsHaveTheirNames(OcspRefusal refusal) throws IOException {
        Files.write(folder.resolve("answer.der"), refusal.encoded());
        assertThat(openssl("ocsp", "-respin", "answer.der", "-noverify"))
                .containsIgnoringCase("Responder Error: " + refusal.name().replace("_", ""));
    }

    @Test
    void anAnswerHasAStatusAndATimeInWhichItHolds() {
        List<StatusAnswer.Single> one =
                unsigned(plain(), new CertificateStatus.Good()).statuses();
        assertThatThrownBy(() -> new StatusAnswer(List.of(), Optional.empty(), NOW, NOW.plusSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StatusAnswer(one, Optional.empty(), NOW, NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** What openssl says of the answer to that question, at the time of the answer. */
    private String said(byte[] question, CertificateStatus status) throws IOException {
        Files.write(folder.resolve("question.der"), question);
        Files.write(folder.resolve("answer.der"), answer(question, status));
        Files.writeString(folder.resolve("ca.pem"), Certificates.pem(SAMPLE.certificate()));
        Files.writeString(folder.resolve("status.pem"), Certificates.pem(ALICE.certificate()));
        List<String> arguments = new ArrayList<>(List.of("ocsp", "-reqin", "question.der", "-respin", "answer.der"));
        arguments.addAll(List.of("-issuer", "ca.pem", "-cert", "status.pem", "-CAfile", "ca.pem"));
        arguments.addAll(List.of("-attime", Long.toString(NOW.getEpochSecond() + 60)));
        arguments.addAll(List.of("-validity_period", "999999999", "-no_nonce"));
        return openssl(arguments.toArray(String[]::new));
    }

    private String text(CertificateStatus status) throws IOException {
        Files.write(folder.resolve("answer.der"), answer(plain(), status));
        return openssl("ocsp", "-respin", "answer.der", "-resp_text", "-noverify");
    }

    private String openssl(String... arguments) {
        return Openssl.run(folder, arguments).output();
    }

    private byte[] answer(byte[] question, CertificateStatus status) {
        return responder.sign(unsigned(question, status)).orElseThrow();
    }

    private static StatusAnswer unsigned(byte[] question, CertificateStatus status) {
        StatusRequest request = StatusRequest.parse(question);
        return new StatusAnswer(
                List.of(new StatusAnswer.Single(request.certificates().get(0), status)),
                request.nonce(),
                NOW,
                NOW.plus(Duration.ofDays(1)));
    }

    private static byte[] plain() {
        return Questions.plain(SAMPLE.certificate(), serial());
    }

    private static BigInteger serial() {
        return ALICE.certificate().getSerialNumber();
    }

    private static OwnedKey delegate(SampleAuthority authority, Instant from) {
        KeyPair pair = authority.pair(KeyType.EC_P256);
        return new OwnedKey(
                pair.getPrivate(),
                authority
                        .authority()
                        .issue(new CertificateAuthority.ResponderOrder(
                                pair.getPublic(), CertificateOrder.newSerial(RANDOM), from, Period.ofDays(7))));
    }
}
