package org.sealpost.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.CertificateOrder;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.KeyPairs;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.RevocationReason;
import org.sealpost.pki.Subject;

class PartnerCertificateTest {
    private static final Instant NOW = ForeignCorp.NOW;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ANN = "ann@partner.example";

    @Test
    void theIdFollowsFromTheAddressAndIsAContactsAsFarAsMailIsConcerned() {
        MailboxId ann = PartnerId.of(" Ann@Partner.example");
        assertThat(ann).isEqualTo(PartnerId.of(ANN)).isNotEqualTo(PartnerId.of("ben@partner.example"));
        assertThat(PartnerId.is(ann)).isTrue();
        assertThat(Contact.is(ann)).isTrue();
        assertThat(PartnerId.is(new MailboxId("contact:1"))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theNewestInForceIsFoundAndNoOther(TestDatabase kind) {
        try (TestDatabase.Opened database = kind.open()) {
            IssuedCertificate older = certificate(ANN, NOW.minus(Duration.ofDays(9)));
            IssuedCertificate newest = certificate(ANN, NOW.minus(Duration.ofDays(1)));
            IssuedCertificate ahead = certificate(ANN, NOW.plus(Duration.ofDays(1)));
            IssuedCertificate revoked = certificate("ben@partner.example", NOW.minus(Duration.ofDays(1)));
            revoked.revoke(RevocationReason.KEY_COMPROMISE, NOW, Optional.empty());
            IssuedCertificate unsigned = new IssuedCertificate(
                    PartnerId.of("cat@partner.example"), order("cat@partner.example", NOW), NOW.plusSeconds(9));
            List.of(older, newest, ahead, revoked, unsigned)
                    .forEach(one -> database.run(em -> new IssuedCertificateRepository(em).add(one)));
            assertThat(database.find(em -> new PartnerCertificateRepository(em).byAddress("ANN@partner.example", NOW)))
                    .contains(newest);
            MailboxId ann = PartnerId.of(ANN);
            List<MailboxId> ids = List.of(ann, revoked.mailbox(), unsigned.mailbox(), new MailboxId("contact:1"));
            assertThat(found(database, ids)).containsOnlyKeys(ann).containsEntry(ann, newest);
            assertThat(found(database, List.of())).isEmpty();
            assertThat(database.list(em -> new PartnerCertificateRepository(em).beginning("AN", NOW, 9)))
                    .containsExactly(newest, older);
            assertThat(database.list(em -> new PartnerCertificateRepository(em).beginning("b", NOW, 9)))
                    .isEmpty();
            assertThat(database.find(
                            em -> new IssuedCertificateRepository(em).inForce(ann, CertificateProfile.ENCRYPTION, NOW)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theNewestOfAPartnerEndsUntoldOnce(TestDatabase kind) {
        try (TestDatabase.Opened database = kind.open()) {
            Instant started = NOW.minus(Duration.ofDays(70));
            IssuedCertificate renewed = certificate(ANN, started);
            IssuedCertificate newer = certificate(ANN, NOW.minus(Duration.ofDays(1)));
            IssuedCertificate ending = certificate("ben@partner.example", started);
            IssuedCertificate later = certificate("cat@partner.example", started.plusSeconds(1));
            IssuedCertificate told = certificate("dan@partner.example", started);
            told.told(30);
            IssuedCertificate revoked = certificate("eve@partner.example", started);
            revoked.revoke(RevocationReason.KEY_COMPROMISE, NOW, Optional.empty());
            IssuedCertificate over = certificate("fay@partner.example", NOW.minus(Duration.ofDays(90)));
            List.of(renewed, newer, ending, later, told, revoked, over)
                    .forEach(one -> database.run(em -> new IssuedCertificateRepository(em).add(one)));
            assertThat(database.list(em -> new PartnerCertificateRepository(em).ending(NOW, 20, 9)))
                    .containsExactly(ending);
            assertThat(database.list(em -> new PartnerCertificateRepository(em).ending(NOW, 21, 9)))
                    .containsExactly(ending, later);
            assertThat(database.list(em -> new PartnerCertificateRepository(em).ending(NOW, 21, 1)))
                    .containsExactly(ending);
        }
    }

    private static Map<MailboxId, IssuedCertificate> found(TestDatabase.Opened database, List<MailboxId> ids) {
        return database.call(em -> new PartnerCertificateRepository(em).byIds(ids, NOW));
    }

    private static IssuedCertificate certificate(String address, Instant from) {
        IssuedCertificate certificate =
                new IssuedCertificate(PartnerId.of(address), order(address, from), from.plus(Duration.ofDays(90)));
        certificate.issue(new byte[] {1});
        return certificate;
    }

    private static CertificateOrder order(String address, Instant from) {
        return new CertificateOrder(
                CertificateProfile.PARTNER,
                new Subject(address),
                new KeyPairs(Providers.best(), RANDOM).generate(KeyType.EC_P256).getPublic(),
                CertificateOrder.newSerial(RANDOM),
                from,
                Capabilities.STANDARD);
    }
}
