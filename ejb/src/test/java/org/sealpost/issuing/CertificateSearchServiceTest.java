package org.sealpost.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.security.RolesAllowed;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.TestClock;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Passphrase;
import org.sealpost.lock.KeyRing;
import org.sealpost.lock.TestLock;
import org.sealpost.model.CertificateQuery;
import org.sealpost.model.CertificateStanding;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.Page;
import org.sealpost.model.Serial;
import org.sealpost.pki.CertificateOrder;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.Fingerprint;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.RevocationReason;
import org.sealpost.pki.Subject;

class CertificateSearchServiceTest {
    private final TestClock clock = new TestClock();
    private final Assembly assembly = KeyManagers.assembly(clock, "ada");
    private final CertificateSearchService service = assembly.get(CertificateSearchService.class);

    @BeforeEach
    void setUp() {
        try (Passphrase password = Passphrase.copyOf("correct horse battery")) {
            new TestLock(assembly).setUp(password);
        }
    }

    @AfterEach
    void close() {
        assembly.close();
    }

    @Test
    void administratorsAndAuditorsMaySearchAndNobodyElse() {
        assertThat(CertificateSearchService.class
                        .getAnnotation(RolesAllowed.class)
                        .value())
                .containsExactlyInAnyOrder("mailbox-admin", "km-admin", "auditor");
    }

    @Test
    void everyCertificateIsFoundNewestFirstPageByPage() {
        OwnedKey first = issue("Alice");
        clock.pass(Duration.ofDays(1));
        OwnedKey second = issue("bob");
        Page<CertificateLine> page = page(CertificateQuery.ALL, Optional.empty());
        assertThat(page.rows()).singleElement().satisfies(line -> {
            assertThat(line.serial()).isEqualTo(serial(second));
            assertThat(line.address()).isEqualTo("bob@corp.example");
            assertThat(line.profile()).isEqualTo(CertificateProfile.ENCRYPTION);
            assertThat(line.standing()).isEqualTo(CertificateStanding.ISSUED);
            assertThat(line.validity().until())
                    .isEqualTo(second.certificate().getNotAfter().toInstant());
            assertThat(line.revocation()).isEmpty();
        });
        assertThat(page(CertificateQuery.ALL, page.nextKey()).rows())
                .extracting(CertificateLine::serial)
                .containsExactly(serial(first));
        assertThat(page(new CertificateQuery("ALI", null, null, null, null), Optional.empty())
                        .rows())
                .extracting(CertificateLine::address)
                .containsExactly("alice@corp.example");
    }

    @Test
    void aCertificateIsShownWithWhatItSays() {
        OwnedKey key = issue("alice");
        CertificateDetails details = details(serial(key));
        assertThat(details.fingerprint()).isEqualTo(Fingerprint.of(key.certificate()));
        assertThat(details.key()).isEqualTo(KeyType.EC_P256.name());
        assertThat(details.issuer())
                .isEqualTo(assembly.get(KeyRing.class)
                        .publicKeys()
                        .authority()
                        .getSubjectX500Principal()
                        .getName());
        assertThat(details.subject())
                .isEqualTo(key.certificate().getSubjectX500Principal().getName());
        assertThat(Certificates.parse(details.pem().getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(key.certificate());
    }

    @Test
    void itTellsWhenAndWhyACertificateWasRevokedAlsoAfterItsEnd() {
        OwnedKey revoked = issue("alice");
        OwnedKey passed = issue("bob");
        assembly.run(() -> assembly.get(IssuedCertificateRepository.class)
                .bySerial(serial(revoked))
                .orElseThrow()
                .revoke(RevocationReason.SUPERSEDED, clock.instant(), Optional.empty()));
        clock.pass(Duration.ofDays(1000));
        assertThat(details(serial(revoked)).line().standing()).isEqualTo(CertificateStanding.REVOKED);
        assertThat(details(serial(revoked)).line().revocation())
                .hasValueSatisfying(one -> assertThat(one.reason()).isEqualTo(RevocationReason.SUPERSEDED));
        assertThat(details(serial(passed)).line().standing()).isEqualTo(CertificateStanding.EXPIRED);
        assertThat(page(new CertificateQuery("", null, CertificateStanding.EXPIRED, null, null), Optional.empty())
                        .rows())
                .extracting(CertificateLine::serial)
                .containsExactly(serial(passed));
    }

    @Test
    void whatWasNeverSignedIsNoCertificate() {
        OwnedKey key = issue("alice");
        CertificateOrder order = new CertificateOrder(
                CertificateProfile.SIGNING,
                new Subject("alice@corp.example"),
                key.certificate().getPublicKey(),
                BigInteger.TEN,
                clock.instant(),
                Capabilities.OWN);
        assembly.run(() -> assembly.get(IssuedCertificateRepository.class)
                .add(new IssuedCertificate(new MailboxId("alice"), order, clock.instant())));
        for (String number : List.of("a", "b")) {
            assertThatThrownBy(() -> details(new Serial(number)))
                    .isInstanceOfSatisfying(NoSuchCertificate.class, refused -> assertThat(refused.arguments())
                            .containsExactly(number));
        }
    }

    private Page<CertificateLine> page(CertificateQuery query, Optional<String> key) {
        return assembly.inTransaction(() -> service.page(query, key, 1));
    }

    private CertificateDetails details(Serial serial) {
        return assembly.inTransaction(() -> service.certificate(serial));
    }

    private static Serial serial(OwnedKey key) {
        return Serial.of(key.certificate().getSerialNumber());
    }

    private OwnedKey issue(String name) {
        String address = name + "@corp.example";
        return assembly.inTransaction(() -> {
            assembly.get(MailboxRepository.class).add(new Mailbox(new MailboxId(name), address, clock.instant()));
            return assembly.get(Issuing.class)
                    .encryption(
                            new Issuing.Holder(new MailboxId(name), new Subject(address), Capabilities.OWN),
                            KeyType.EC_P256);
        });
    }
}
