package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.mime.MessageSource;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.Finding;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.PathCheck;
import org.sealpost.pki.RevocationList;
import org.sealpost.pki.RevocationReason;

/**
 * When it was signed, and when it is looked at: days are counted from the certificate's first one, which is valid for
 * two years.
 */
class TimeOfSigningTest {

    private static final Instant FIRST_DAY = Corp.NOW.minus(Duration.ofDays(30));
    private static final OwnedKey SIGNER =
            Corp.issue(Corp.AUTHORITY, CertificateProfile.SIGNING, KeyType.EC_P256, "alice", FIRST_DAY);

    @ParameterizedTest
    @CsvSource({
        "signed on its first day,                      1,    2, OK, dates-valid",
        "looked at long after the certificate expired, 10, 2000, OK, dates-valid",
        "signed before the certificate began,          -3,   2, FAILED, dates-early",
        "signed after it expired,                      800, 801, FAILED, dates-expired",
        "signed in the reader's future,                10,   5, FAILED, dates-signed-in-future",
        "signed before it began and looked at then,    -3,  -3, FAILED, dates-early",
    })
    void datesCountWhenItWasSigned(String what, int signed, int lookedAt, Finding.Outcome outcome, String code)
            throws IOException {
        SignatureStatus status = status(signed(signed), lookedAt, List.of());
        assertThat(status.check(SignatureCheck.Kind.DATES).outcome()).as(what).isEqualTo(outcome);
        assertThat(status.check(SignatureCheck.Kind.DATES).finding().code())
                .as(what)
                .isEqualTo(code);
        assertThat(status.intact()).as("the content is as it was signed").isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "SUPERSEDED,             10, 20, OK, not-revoked",
        "SUPERSEDED,             20, 10, FAILED, revoked",
        "SUPERSEDED,             20, 20, FAILED, revoked",
        "CESSATION_OF_OPERATION, 10, 20, OK, not-revoked",
        "CESSATION_OF_OPERATION, 20, 10, FAILED, revoked",
        "AFFILIATION_CHANGED,    10, 20, OK, not-revoked",
        "AFFILIATION_CHANGED,    20, 10, FAILED, revoked",
        "KEY_COMPROMISE,         10, 20, FAILED, revoked",
        "KEY_COMPROMISE,         20, 10, FAILED, revoked",
        "UNSPECIFIED,            10, 20, FAILED, revoked",
        "UNSPECIFIED,            20, 10, FAILED, revoked",
    })
    void aStolenKeyVouchesForNothingAReplacedOneForWhatItSignedBefore(
            RevocationReason reason, int signed, int revoked, Finding.Outcome outcome, String code) throws IOException {
        SignatureStatus status = status(signed(signed), 30, List.of(crl(30, entry(revoked, reason))));
        assertThat(status.check(SignatureCheck.Kind.REVOKED).outcome()).isEqualTo(outcome);
        assertThat(status.check(SignatureCheck.Kind.REVOKED).finding().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "the list is of the same day, 30, 30, OK, not-revoked",
        "the list is a week old,      30, 37, UNKNOWN, crl-stale",
        "the list is two years old,   30, 760, UNKNOWN, crl-stale",
    })
    void anOldListLeavesItOpen(String what, int made, int lookedAt, Finding.Outcome outcome, String code)
            throws IOException {
        SignatureStatus status = status(signed(10), lookedAt, List.of(crl(made)));
        assertThat(status.check(SignatureCheck.Kind.REVOKED).outcome()).as(what).isEqualTo(outcome);
        assertThat(status.check(SignatureCheck.Kind.REVOKED).finding().code())
                .as(what)
                .isEqualTo(code);
        assertThat(status.outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"20, 30", "30, 20"})
    void anOldListStillTellsOfARevocationAndTheNewestOneCounts(int one, int other) throws IOException {
        RevocationList.Entry entry = entry(5, RevocationReason.KEY_COMPROMISE);
        X509CRL with = crl(Math.max(one, other), entry);
        X509CRL without = crl(Math.min(one, other));
        SignatureStatus status = status(signed(10), 400, List.of(without, with));
        assertThat(status.check(SignatureCheck.Kind.REVOKED).outcome()).isEqualTo(Finding.Outcome.FAILED);
    }

    /** The dates of the sender's claim alone: a forger with an expired key can claim any, but not without the key. */
    @ParameterizedTest
    @CsvSource({"CLEAR", "OPAQUE"})
    void theClaimedTimeIsPartOfWhatIsSigned(SignatureForm form) throws IOException {
        byte[] late = signed(800, form);
        byte[] early = signed(10, form);
        assertThat(status(late, 801, List.of()).signedAt()).contains(day(800));
        assertThat(status(early, 801, List.of()).signedAt()).contains(day(10));
    }

    private static byte[] signed(int day) throws IOException {
        return signed(day, SignatureForm.OPAQUE);
    }

    private static byte[] signed(int day, SignatureForm form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new MessageSealer(Corp.PROVIDERS, Corp.RANDOM, Clock.fixed(day(day), ZoneOffset.UTC))
                .sign(MessageSource.of(Corp.LETTER), Corp.signing(SIGNER), form, out);
        return out.toByteArray();
    }

    private static SignatureStatus status(byte[] message, int lookedAt, List<X509CRL> crls) throws IOException {
        PathCheck path = new PathCheck(Corp.PROVIDERS, List.of(Corp.AUTHORITY.certificate()), crls);
        OpeningPolicy policy = new OpeningPolicy(EnumSet.allOf(EncryptionFormat.class), path, day(lookedAt));
        try (OpenedMessage opened = Corp.open(message, policy)) {
            assertThat(opened.signatures()).hasSize(1);
            return opened.signatures().get(0);
        }
    }

    private static RevocationList.Entry entry(int day, RevocationReason reason) {
        return new RevocationList.Entry(SIGNER.certificate().getSerialNumber(), day(day), reason);
    }

    private static X509CRL crl(int day, RevocationList.Entry... entries) {
        Instant made = day(day).minus(Duration.ofHours(1));
        RevocationList list = new RevocationList(BigInteger.valueOf(day), made, made.plus(Duration.ofHours(12)));
        List.of(entries).forEach(list::add);
        return Certificates.parseCrl(Corp.AUTHORITY.signCrl(list));
    }

    private static Instant day(int day) {
        return FIRST_DAY.plus(Duration.ofDays(day));
    }
}
