package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.pki.CertificateAuthority;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Finding;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.RevocationList;
import org.sealpost.pki.RevocationReason;
import org.sealpost.smime.SignatureCheck.Kind;

/** Each question about a signature has an answer of its own. */
class SignatureCheckTest {

    @ParameterizedTest
    @EnumSource
    void everythingHoldsForAGoodSignature(SignatureForm form) throws IOException {
        try (OpenedMessage opened = Corp.open(Corp.sign(Corp.LETTER, Corp.ALICE_SIGNS, form))) {
            assertThat(opened.signaturesHold()).isTrue();
            assertThat(opened.remaining()).isEqualTo(MessageKind.PLAIN);
            assertThat(opened.sealState().encrypted()).isFalse();
            SignatureStatus status = opened.signatures().get(0);
            assertThat(status.checks()).extracting(SignatureCheck::kind).containsExactly(Kind.values());
            assertThat(status.checks())
                    .extracting(check -> check.finding().code())
                    .containsExactly(
                            "content-intact",
                            "signer-known",
                            "address-matches",
                            "chain-trusted",
                            "usage-fits",
                            "dates-valid",
                            "not-revoked");
            assertThat(status.signedAt()).contains(Corp.NOW);
            assertThat(status.signer()).contains(Corp.ALICE_SIGNS.certificate());
            assertThat(status.algorithm()).isEqualTo("SHA256withECDSA");
        }
    }

    @Test
    void aChangedContentFailsThatCheckAlone() throws IOException {
        String signed = text(Corp.sign(Corp.LETTER, Corp.ALICE_SIGNS, SignatureForm.CLEAR));
        SignatureStatus status = only(bytes(signed.replace("building", "bridge!!")));
        assertFinding(status, Kind.ALTERED, Finding.Outcome.FAILED, "content-changed");
        assertThat(status.checks().stream().skip(1)).allMatch(it -> it.outcome() == Finding.Outcome.OK);
        assertThat(status.outcome()).isEqualTo(Finding.Outcome.FAILED);
    }

    @ParameterizedTest
    @CsvSource({
        "From: Alice <alice@corp.example>, From: ALICE@corp.EXAMPLE, OK, address-matches",
        "From: Alice <alice@corp.example>, From: Mallory <mallory@corp.example>, FAILED, address-differs",
        "From: Alice <alice@corp.example>, 'From: alice@corp.example, mallory@corp.example', FAILED, author-unclear",
        "From: Alice <alice@corp.example>, X-From: alice@corp.example, FAILED, author-unclear",
        "To: Bob, From: mallory@corp.example\\r\\nTo: Bob, FAILED, author-unclear",
    })
    void theAuthorMustStandInTheCertificate(String replace, String by, Finding.Outcome outcome, String code)
            throws IOException {
        String signed = text(Corp.sign(Corp.LETTER, Corp.ALICE_SIGNS, SignatureForm.CLEAR));
        SignatureStatus status = only(bytes(signed.replace(replace, by.replace("\\r\\n", "\r\n"))));
        assertFinding(status, Kind.ADDRESS, outcome, code);
        assertThat(status.intact()).isTrue();
    }

    @Test
    void anUnknownAuthorityIsNotTrusted() throws IOException {
        CertificateAuthority other = Corp.authority("Other");
        OwnedKey mallory = Corp.issue(other, CertificateProfile.SIGNING, KeyType.EC_P256, "alice");
        SignatureStatus status = only(Corp.sign(Corp.LETTER, mallory, SignatureForm.OPAQUE));
        assertFinding(status, Kind.CHAIN, Finding.Outcome.FAILED, "chain-untrusted");
        assertThat(status.intact()).isTrue();
    }

    @Test
    void anEncryptionCertificateDoesNotSign() throws IOException {
        SignatureStatus status = only(Corp.sign(Corp.LETTER, Corp.CAROL_EC, SignatureForm.OPAQUE));
        assertFinding(status, Kind.USAGE, Finding.Outcome.FAILED, "usage-differs");
    }

    @Test
    void datesCountAtTheTimeOfSigning() throws IOException {
        OwnedKey old = Corp.issue(
                Corp.AUTHORITY,
                CertificateProfile.SIGNING,
                KeyType.EC_P256,
                "alice",
                Corp.NOW.minus(Duration.ofDays(800)));
        SignatureStatus late = only(Corp.sign(Corp.LETTER, old, SignatureForm.OPAQUE));
        assertFinding(late, Kind.DATES, Finding.Outcome.FAILED, "dates-expired");

        byte[] signed = Corp.sign(Corp.LETTER, Corp.ALICE_SIGNS, SignatureForm.OPAQUE);
        Instant yearsLater = Corp.NOW.plus(Duration.ofDays(900));
        SignatureStatus inTime = only(
                signed,
                new OpeningPolicy(
                        EnumSet.allOf(EncryptionFormat.class), Corp.policy().path(), yearsLater));
        assertFinding(inTime, Kind.DATES, Finding.Outcome.OK, "dates-valid");
    }

    @Test
    void aSignatureFromTheFutureFails() throws IOException {
        byte[] signed = Corp.sign(Corp.LETTER, Corp.ALICE_SIGNS, SignatureForm.OPAQUE);
        Instant before = Corp.NOW.minus(Duration.ofMinutes(6));
        OpeningPolicy policy = new OpeningPolicy(
                EnumSet.allOf(EncryptionFormat.class), Corp.policy().path(), before);
        assertFinding(only(signed, policy), Kind.DATES, Finding.Outcome.FAILED, "dates-signed-in-future");
        OpeningPolicy close = new OpeningPolicy(
                EnumSet.allOf(EncryptionFormat.class), Corp.policy().path(), Corp.NOW.minus(Duration.ofMinutes(4)));
        assertFinding(only(signed, close), Kind.DATES, Finding.Outcome.OK, "dates-valid");
    }

    @Test
    void aRevokedSignerIsTold() throws IOException {
        Instant since = Corp.NOW.minus(Duration.ofDays(1));
        OpeningPolicy policy = Corp.policy(
                EnumSet.allOf(EncryptionFormat.class),
                Corp.crl(new RevocationList.Entry(
                        Corp.ALICE_SIGNS.certificate().getSerialNumber(), since, RevocationReason.KEY_COMPROMISE)));
        SignatureStatus status = only(Corp.sign(Corp.LETTER, Corp.ALICE_SIGNS, SignatureForm.CLEAR), policy);
        assertFinding(status, Kind.REVOKED, Finding.Outcome.FAILED, "revoked");
    }

    @Test
    void withoutARevocationListNobodyCanTell() throws IOException {
        OpeningPolicy policy = Corp.policy(EnumSet.allOf(EncryptionFormat.class));
        byte[] signed = Corp.sign(Corp.LETTER, Corp.ALICE_SIGNS, SignatureForm.CLEAR);
        SignatureStatus status = only(signed, policy);
        assertFinding(status, Kind.REVOKED, Finding.Outcome.UNKNOWN, "crl-missing");
        assertThat(status.outcome()).isEqualTo(Finding.Outcome.UNKNOWN);
        try (OpenedMessage opened = Corp.open(signed, policy)) {
            assertThat(opened.signatureOutcome()).contains(Finding.Outcome.UNKNOWN);
            assertThat(opened.signaturesHold()).isFalse();
        }
    }

    @Test
    void aMissingCertificateLeavesEverythingUnknown() throws IOException {
        byte[] signed = Corp.sign(Corp.LETTER, Corp.ALICE_SIGNS, SignatureForm.OPAQUE);
        SignatureStatus status =
                only(CmsBytes.replaced(signed, ForgedSignatures.withoutCertificates(CmsBytes.of(signed))));
        assertThat(status.signer()).isEmpty();
        assertThat(status.checks())
                .allMatch(it -> it.outcome() == Finding.Outcome.UNKNOWN
                        && it.finding().code().equals("signer-missing"));
    }

    @Test
    void everySignerIsChecked() throws IOException {
        byte[] signed = Corp.sign(Corp.LETTER, Corp.ALICE_SIGNS, SignatureForm.OPAQUE);
        byte[] twice = ForgedSignatures.withSecondSignerBroken(CmsBytes.of(signed));
        try (OpenedMessage opened = Corp.open(CmsBytes.replaced(signed, twice))) {
            assertThat(opened.signatures()).hasSize(2);
            assertThat(opened.signatures()).extracting(SignatureStatus::intact).containsExactlyInAnyOrder(true, false);
            assertThat(opened.signatureOutcome()).contains(Finding.Outcome.FAILED);
            assertThat(opened.signaturesHold()).isFalse();
        }
    }

    @Test
    void aDetachedSignatureMustNotCarryAContentOfItsOwn() throws IOException {
        String clear = text(Corp.sign(Corp.LETTER, Corp.ALICE_SIGNS, SignatureForm.CLEAR));
        byte[] opaque = CmsBytes.of(Corp.sign(Corp.LETTER, Corp.ALICE_SIGNS, SignatureForm.OPAQUE));
        int start = clear.indexOf("\r\n\r\n", clear.indexOf("application/pkcs7-signature; name")) + 4;
        int end = clear.indexOf("\r\n--", start);
        String forged =
                clear.substring(0, start) + Base64.getMimeEncoder().encodeToString(opaque) + clear.substring(end);
        assertFinding(only(bytes(forged)), Kind.ALTERED, Finding.Outcome.FAILED, "content-twice");
    }

    @Test
    void theSignedDigestOfTheCertificateMustFit() throws IOException {
        OwnedKey twin = new OwnedKey(
                Corp.ALICE_SIGNS.privateKey(),
                ForgedSignatures.sameNameAndSerial(Corp.AUTHORITY, Corp.ALICE_SIGNS.certificate()));
        byte[] signed = Corp.sign(Corp.LETTER, Corp.ALICE_SIGNS, SignatureForm.OPAQUE);
        byte[] forged = ForgedSignatures.withCertificates(CmsBytes.of(signed), List.of(twin.certificate()));
        SignatureStatus status = only(CmsBytes.replaced(signed, forged));
        assertFinding(status, Kind.SIGNER, Finding.Outcome.FAILED, "signer-substituted");
        assertThat(status.intact()).isTrue();
    }

    private static void assertFinding(SignatureStatus status, Kind kind, Finding.Outcome outcome, String code) {
        assertThat(status.check(kind).finding().code()).as(status.toString()).isEqualTo(code);
        assertThat(status.check(kind).outcome()).isEqualTo(outcome);
    }

    private static SignatureStatus only(byte[] message) throws IOException {
        return only(message, Corp.policy());
    }

    private static SignatureStatus only(byte[] message, OpeningPolicy policy) throws IOException {
        try (OpenedMessage opened = Corp.open(message, policy)) {
            assertThat(opened.signatures()).hasSize(1);
            return opened.signatures().get(0);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
