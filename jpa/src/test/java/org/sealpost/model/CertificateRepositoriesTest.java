package org.sealpost.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.crypto.Capabilities;
import org.sealpost.pki.CertificateOrder;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.RevocationReason;
import org.sealpost.pki.Subject;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class CertificateRepositoriesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(400));
    private static final MailboxId ALICE = new MailboxId("alice-id");
    private static final MailboxId BOB = new MailboxId("bob-id");
    private static final PublicKey KEY = anyKey();

    private final TestDatabase.Opened database;

    CertificateRepositoriesTest(TestDatabase make) {
        database = make.open();
    }

    @BeforeEach
    void addMailboxes() {
        database.run(em -> {
            new MailboxRepository(em).add(new Mailbox(ALICE, "alice@corp.example", NOW));
            new MailboxRepository(em).add(new Mailbox(BOB, "bob@corp.example", NOW));
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theNewestCertificateInForceCounts() {
        issue(1, ALICE, CertificateProfile.ENCRYPTION, NOW.minusSeconds(50));
        issue(2, ALICE, CertificateProfile.ENCRYPTION, NOW.minusSeconds(10));
        issue(3, ALICE, CertificateProfile.SIGNING, NOW.minusSeconds(5));
        issue(4, ALICE, CertificateProfile.ENCRYPTION, NOW.plusSeconds(10));
        issue(5, BOB, CertificateProfile.ENCRYPTION, NOW);
        Map<MailboxId, IssuedCertificate> inForce = database.call(em ->
                new IssuedCertificateRepository(em).inForce(List.of(ALICE, BOB), CertificateProfile.ENCRYPTION, NOW));
        assertThat(inForce).containsOnlyKeys(ALICE, BOB);
        assertThat(inForce.values())
                .extracting(IssuedCertificate::serial)
                .containsExactlyInAnyOrder(serial(2), serial(5));
        assertThat(database.find(
                        em -> new IssuedCertificateRepository(em).inForce(BOB, CertificateProfile.ENCRYPTION, NOW)))
                .hasValueSatisfying(certificate -> {
                    assertThat(certificate.capabilities()).isEqualTo(Capabilities.OWN);
                    assertThat(certificate.encoded()).containsExactly(5);
                });
        assertThat(database.find(
                        em -> new IssuedCertificateRepository(em).inForce(BOB, CertificateProfile.SIGNING, NOW)))
                .isEmpty();
        assertThat(database.find(
                        em -> new IssuedCertificateRepository(em).inForce(BOB, CertificateProfile.ENCRYPTION, LATER)))
                .isEmpty();
    }

    @Test
    void aRevokedCertificateIsListedAndNoLongerInForce() {
        issue(1, ALICE, CertificateProfile.ENCRYPTION, NOW);
        issue(2, ALICE, CertificateProfile.SIGNING, NOW);
        database.run(em -> {
            IssuedCertificate first =
                    new IssuedCertificateRepository(em).bySerial(serial(1)).orElseThrow();
            first.revoke(RevocationReason.KEY_COMPROMISE, NOW.plusSeconds(1), Optional.of(NOW));
            first.revoke(RevocationReason.SUPERSEDED, NOW.plusSeconds(2), Optional.empty());
        });
        list(1);
        assertThat(listed(0, 1, NOW))
                .containsExactly(new RevokedSerial("1", NOW.plusSeconds(1), RevocationReason.KEY_COMPROMISE, NOW));
        assertThat(database.find(
                        em -> new IssuedCertificateRepository(em).inForce(ALICE, CertificateProfile.ENCRYPTION, NOW)))
                .isEmpty();
        assertThat(database.list(em -> new IssuedCertificateRepository(em).history(ALICE)))
                .hasSize(2);
    }

    @Test
    void aSerialNumberIsTakenOnce() {
        issue(1, ALICE, CertificateProfile.ENCRYPTION, NOW);
        assertThatThrownBy(() -> issue(1, BOB, CertificateProfile.ENCRYPTION, NOW))
                .isInstanceOf(PersistenceException.class);
    }

    @Test
    void aCertificateIsIssuedOnceAndOnlyThenHasBytes() {
        IssuedCertificate recorded = new IssuedCertificate(ALICE, order(9, CertificateProfile.SIGNING, NOW), LATER);
        assertThatThrownBy(recorded::encoded).isInstanceOf(IllegalStateException.class);
        recorded.issue(new byte[] {1});
        assertThatThrownBy(() -> recorded.issue(new byte[] {2})).isInstanceOf(IllegalStateException.class);
        assertThat(recorded.revocation()).isEmpty();
    }

    @Test
    void mailboxesWhoseCertificatesRanOutAreFound() {
        issue(1, ALICE, CertificateProfile.ENCRYPTION, NOW);
        database.run(em -> {
            Mailbox alice = new MailboxRepository(em).lock(ALICE).orElseThrow();
            alice.issueToken(new TokenTerms(new byte[32], "ada", NOW, LATER));
            alice.enable(NOW);
        });
        assertThat(database.list(em -> new MailboxRepository(em).runOut(NOW, 10)))
                .isEmpty();
        assertThat(database.list(em -> new MailboxRepository(em).runOut(LATER, 10)))
                .extracting(Mailbox::id)
                .containsExactly(ALICE);
    }

    @Test
    void escrowedKeysStayInTheHistoryOfTheirMailbox() {
        issue(1, ALICE, CertificateProfile.ENCRYPTION, NOW);
        issue(2, ALICE, CertificateProfile.ENCRYPTION, NOW);
        database.run(em -> {
            new EscrowedKeyRepository(em).add(new EscrowedKey(ALICE, serial(1), 1, new byte[] {1}, NOW));
            new EscrowedKeyRepository(em).add(new EscrowedKey(ALICE, serial(2), 1, new byte[] {2}, NOW.plusSeconds(1)));
        });
        assertThat(database.list(em -> new EscrowedKeyRepository(em).history(ALICE)))
                .extracting(EscrowedKey::serial)
                .containsExactly(serial(2), serial(1));
        assertThat(database.list(em -> new EscrowedKeyRepository(em).history(BOB)))
                .isEmpty();
        assertThat(database.find(em -> new EscrowedKeyRepository(em).bySerial(serial(1))))
                .hasValueSatisfying(key -> assertThat(key.sealed()).containsExactly(1));
    }

    /** Who comes from another organisation brings keys whose certificates others have issued. */
    @Test
    void aKeyIsEscrowedWithoutACertificateOfOurs() {
        database.run(
                em -> new EscrowedKeyRepository(em).add(new EscrowedKey(ALICE, serial(1), 1, new byte[] {1}, NOW)));
        assertThat(database.list(em -> new EscrowedKeyRepository(em).history(ALICE)))
                .extracting(EscrowedKey::serial)
                .containsExactly(serial(1));
    }

    private void issue(int number, MailboxId mailbox, CertificateProfile profile, Instant from) {
        database.run(em -> {
            IssuedCertificate certificate = new IssuedCertificate(mailbox, order(number, profile, from), LATER);
            new IssuedCertificateRepository(em).add(certificate);
            certificate.issue(new byte[] {(byte) number});
        });
    }

    @Test
    void eachListTellsWhatAnEarlierOneHadNot() {
        for (int number = 1; number <= 3; number++) {
            issue(number, ALICE, CertificateProfile.SIGNING, NOW);
        }
        revoke(1, RevocationReason.SUPERSEDED);
        assertThat(unlisted()).isTrue();
        list(7);
        assertThat(unlisted()).isFalse();
        revoke(2, RevocationReason.SUPERSEDED);
        list(8);
        revoke(3, RevocationReason.SUPERSEDED);
        assertThat(listed(0, 8, NOW)).extracting(RevokedSerial::serial).containsExactlyInAnyOrder("1", "2");
        assertThat(listed(7, 8, NOW)).extracting(RevokedSerial::serial).containsExactly("2");
        assertThat(listed(8, 8, NOW)).isEmpty();
        assertThat(unlisted()).isTrue();
    }

    @Test
    void aCompromisedCertificateStaysOnTheListWhenItHasRunOut() {
        issue(1, ALICE, CertificateProfile.SIGNING, NOW);
        issue(2, ALICE, CertificateProfile.SIGNING, NOW);
        revoke(1, RevocationReason.KEY_COMPROMISE);
        revoke(2, RevocationReason.CESSATION_OF_OPERATION);
        list(1);
        assertThat(listed(0, 1, LATER)).extracting(RevokedSerial::serial).containsExactly("1");
    }

    @Test
    void theNumberOfTheListSurvivesALaterChangeOfTheCertificate() {
        issue(1, ALICE, CertificateProfile.SIGNING, NOW);
        revoke(1, RevocationReason.SUPERSEDED);
        database.run(em -> {
            IssuedCertificate loaded =
                    new IssuedCertificateRepository(em).bySerial(serial(1)).orElseThrow();
            new IssuedCertificateRepository(em).list(5);
            loaded.revoke(RevocationReason.KEY_COMPROMISE, NOW, Optional.empty());
        });
        assertThat(listed(4, 5, NOW)).hasSize(1);
    }

    private void revoke(int number, RevocationReason reason) {
        database.run(em -> new IssuedCertificateRepository(em)
                .bySerial(serial(number))
                .orElseThrow()
                .revoke(reason, NOW, Optional.empty()));
    }

    private void list(long number) {
        database.run(em -> new IssuedCertificateRepository(em).list(number));
    }

    private boolean unlisted() {
        return database.call(em -> new IssuedCertificateRepository(em).unlisted());
    }

    private List<RevokedSerial> listed(long base, long number, Instant cutoff) {
        return database.call(em ->
                new IssuedCertificateRepository(em).listed(base, number, cutoff).toList());
    }

    private static CertificateOrder order(int number, CertificateProfile profile, Instant from) {
        return new CertificateOrder(
                profile, new Subject("a@b"), KEY, BigInteger.valueOf(number), from, Capabilities.OWN);
    }

    private static Serial serial(int number) {
        return Serial.of(BigInteger.valueOf(number));
    }

    private static PublicKey anyKey() {
        try {
            return KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
