package org.sealpost.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
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
class CertificateSearchRepositoryTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final MailboxId MAILBOX = new MailboxId("any-id");
    private static final PublicKey KEY = anyKey();

    private final TestDatabase.Opened database;

    CertificateSearchRepositoryTest(TestDatabase make) {
        database = make.open();
    }

    @BeforeEach
    void addMailbox() {
        database.run(em -> new MailboxRepository(em).add(new Mailbox(MAILBOX, "any@corp.example", NOW)));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void pagesGoBackInTimeWithoutRepeatingOrLosingARow() {
        for (int number = 1; number <= 8; number++) {
            issue(number, "a@corp.example", CertificateProfile.SIGNING, day(number / 3), day(100));
        }
        assertThat(walk(CertificateQuery.ALL)).containsExactly(8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void aCertificateThatArrivesMeanwhileShiftsNothing() {
        LongStream.rangeClosed(1, 5)
                .forEach(number -> issue(number, "a@corp.example", CertificateProfile.SIGNING, day(number), day(100)));
        Page<IssuedCertificate> first = page(CertificateQuery.ALL, Optional.empty());
        issue(6, "a@corp.example", CertificateProfile.SIGNING, day(6), day(100));
        assertThat(numbers(first)).containsExactly(5L, 4L, 3L);
        assertThat(numbers(page(CertificateQuery.ALL, first.nextKey()))).containsExactly(2L, 1L);
    }

    @Test
    void whatIsAskedByItsEndComesInTheOrderOfEnds() {
        issue(1, "a@corp.example", CertificateProfile.SIGNING, day(-3), day(9));
        issue(2, "a@corp.example", CertificateProfile.SIGNING, day(-2), day(1));
        issue(3, "a@corp.example", CertificateProfile.SIGNING, day(-1), day(5));
        issue(4, "a@corp.example", CertificateProfile.SIGNING, day(-1), day(5));
        issue(5, "a@corp.example", CertificateProfile.SIGNING, day(-9), day(10));
        assertThat(walk(new CertificateQuery("", null, null, null, day(10)))).containsExactly(1L, 4L, 3L, 2L);
    }

    @Test
    void anAddressIsFoundByItsBeginningInAnyCase() {
        issue(1, "Alice@corp.example", CertificateProfile.SIGNING, day(0), day(9));
        issue(2, "alicia@corp.example", CertificateProfile.SIGNING, day(1), day(9));
        issue(3, "bob@corp.example", CertificateProfile.SIGNING, day(2), day(9));
        issue(4, "100%_sure@corp.example", CertificateProfile.SIGNING, day(3), day(9));
        issue(5, "müller@corp.example", CertificateProfile.SIGNING, day(4), day(9));
        assertThat(addressed(" ALIC ")).containsExactly(2L, 1L);
        assertThat(addressed("alice@corp.example")).containsExactly(1L);
        assertThat(addressed("100%_")).containsExactly(4L);
        assertThat(addressed("MÜL")).containsExactly(5L);
        assertThat(addressed("%")).isEmpty();
        assertThat(addressed("corp.example")).isEmpty();
        assertThat(page(CertificateQuery.ALL, Optional.empty()).rows().get(0).address())
                .isEqualTo("müller@corp.example");
    }

    @Test
    void aNumberFindsOneCertificate() {
        issue(0xab, "a@corp.example", CertificateProfile.SIGNING, day(0), day(9));
        issue(0xab01, "a@corp.example", CertificateProfile.SIGNING, day(0), day(9));
        assertThat(walk(new CertificateQuery("", Serial.typed("00:AB"), null, null, null)))
                .containsExactly(0xabL);
        assertThat(walk(new CertificateQuery("b", Serial.typed("ab"), null, null, null)))
                .isEmpty();
    }

    @Test
    void standingAndProfileNarrowTheSearch() {
        issue(1, "a@corp.example", CertificateProfile.SIGNING, day(-9), day(1));
        issue(2, "a@corp.example", CertificateProfile.SIGNING, day(-8), day(0));
        issue(3, "a@corp.example", CertificateProfile.ENCRYPTION, day(-7), day(-1));
        issue(4, "a@corp.example", CertificateProfile.ENCRYPTION, day(-6), day(-1));
        issue(5, "a@corp.example", CertificateProfile.ENCRYPTION, day(-5), day(1));
        change(4, one -> one.revoke(RevocationReason.SUPERSEDED, NOW, Optional.empty()));
        change(5, IssuedCertificate::awaitConfirmation);
        assertThat(standing(CertificateStanding.ISSUED)).containsExactly(1L);
        assertThat(standing(CertificateStanding.EXPIRED)).containsExactly(2L, 3L);
        assertThat(standing(CertificateStanding.REVOKED)).containsExactly(4L);
        assertThat(standing(CertificateStanding.PREPARED)).containsExactly(5L);
        assertThat(walk(new CertificateQuery("", null, null, CertificateProfile.ENCRYPTION, null)))
                .containsExactly(5L, 4L, 3L);
        database.run(em -> new IssuedCertificateRepository(em).history(MAILBOX).forEach(one -> assertThat(
                        standing(CertificateStanding.of(one, NOW)))
                .contains(one.serial().number().longValueExact())));
    }

    @Test
    void whatIsNotSignedYetIsNoCertificate() {
        IssuedCertificate recorded = recorded(1, "a@corp.example", CertificateProfile.SIGNING, day(0), day(9));
        database.run(em -> new IssuedCertificateRepository(em).add(recorded));
        assertThat(walk(CertificateQuery.ALL)).isEmpty();
        assertThatThrownBy(() -> CertificateStanding.of(recorded, NOW)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingComesAfterAKeyThatNoPageGave() {
        issue(1, "a@corp.example", CertificateProfile.SIGNING, day(0), day(9));
        assertThat(page(CertificateQuery.ALL, Optional.of("77")).rows()).isEmpty();
        assertThatThrownBy(() -> page(CertificateQuery.ALL, Optional.of("' or 1=1")))
                .isInstanceOf(BadSerial.class);
    }

    private List<Long> standing(CertificateStanding standing) {
        return walk(new CertificateQuery("", null, standing, null, null));
    }

    private List<Long> addressed(String address) {
        return walk(new CertificateQuery(address, null, null, null, null));
    }

    /** The numbers of every page. */
    private List<Long> walk(CertificateQuery query) {
        List<Long> found = new ArrayList<>();
        Page<IssuedCertificate> page = page(query, Optional.empty());
        found.addAll(numbers(page));
        while (page.nextKey().isPresent()) {
            page = page(query, page.nextKey());
            found.addAll(numbers(page));
        }
        return found;
    }

    private Page<IssuedCertificate> page(CertificateQuery query, Optional<String> after) {
        return database.call(em -> new CertificateSearchRepository(em).page(query, after, 3, NOW));
    }

    private static List<Long> numbers(Page<IssuedCertificate> page) {
        return page.rows().stream()
                .map(one -> one.serial().number().longValueExact())
                .toList();
    }

    private void issue(long number, String address, CertificateProfile profile, Instant from, Instant to) {
        database.run(em -> {
            IssuedCertificate certificate = recorded(number, address, profile, from, to);
            new IssuedCertificateRepository(em).add(certificate);
            certificate.issue(new byte[] {1});
        });
    }

    private void change(long number, Consumer<IssuedCertificate> act) {
        database.run(em -> act.accept(new IssuedCertificateRepository(em)
                .bySerial(Serial.of(BigInteger.valueOf(number)))
                .orElseThrow()));
    }

    private static IssuedCertificate recorded(
            long number, String address, CertificateProfile profile, Instant from, Instant to) {
        return new IssuedCertificate(
                MAILBOX,
                new CertificateOrder(
                        profile, new Subject(address), KEY, BigInteger.valueOf(number), from, Capabilities.OWN),
                to);
    }

    private static Instant day(long days) {
        return NOW.plus(Duration.ofDays(days));
    }

    private static PublicKey anyKey() {
        try {
            return KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
