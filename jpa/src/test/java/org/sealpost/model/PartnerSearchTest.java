package org.sealpost.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

class PartnerSearchTest {
    private static final Instant NOW = ForeignCorp.NOW;
    private static final Duration DAY = Duration.ofDays(1);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ANN = "ann@partner.example";

    private static AcmeAccount account(String id, Instant at, String... contact) {
        return new AcmeAccount(id, new AcmeAccount.Key("thumb-" + id, "{}"), List.of(contact), at);
    }

    private static AcmeOrder order(AcmeAccount account, String id, String address, Instant at) {
        return new AcmeOrder(account, id, address, new AcmeOrder.Challenge("m", "f", "answer"), at);
    }

    /** An order that a certificate came of. */
    private static AcmeOrder issued(AcmeAccount account, String id, IssuedCertificate certificate) {
        AcmeOrder order = order(account, id, certificate.address(), certificate.notBefore());
        order.accept(NOW);
        order.answer("answer", NOW, "wrong");
        order.issue(certificate.serial());
        return order;
    }

    private static IssuedCertificate certificate(String address, Instant from, Instant until) {
        CertificateOrder order = new CertificateOrder(
                CertificateProfile.PARTNER,
                new Subject(address),
                new KeyPairs(Providers.best(), RANDOM).generate(KeyType.EC_P256).getPublic(),
                CertificateOrder.newSerial(RANDOM),
                from,
                Capabilities.STANDARD);
        IssuedCertificate certificate = new IssuedCertificate(PartnerId.of(address), order, until);
        certificate.issue(new byte[] {1});
        return certificate;
    }

    private static void keep(TestDatabase.Opened database, AcmeAccount... accounts) {
        for (AcmeAccount one : accounts) {
            database.run(em -> new AcmeRepository(em).add(one));
        }
    }

    private static void keep(TestDatabase.Opened database, AcmeOrder... orders) {
        for (AcmeOrder one : orders) {
            database.run(em -> new AcmeRepository(em).add(one));
        }
    }

    private static Page<AcmeAccount> found(
            TestDatabase.Opened database, String text, AcmeAccountState state, String after) {
        return database.call(em -> new PartnerSearchRepository(em)
                .accounts(text, state, Optional.of(after).filter(one -> !one.isEmpty()), 2));
    }

    private static List<AcmeAccount> all(TestDatabase.Opened database, String text) {
        return database.call(em -> new PartnerSearchRepository(em)
                .accounts(text, null, Optional.empty(), 9)
                .rows());
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void accountsAreTurnedFromTheNewestOn(TestDatabase kind) {
        try (TestDatabase.Opened database = kind.open()) {
            AcmeAccount oldest = account("c", NOW.minus(DAY), "mailto:cat@partner.example");
            AcmeAccount second = account("b", NOW);
            AcmeAccount third = account("d", NOW);
            AcmeAccount newest = account("a", NOW.plus(DAY));
            keep(database, oldest, second, third, newest);
            Page<AcmeAccount> first =
                    database.call(em -> new PartnerSearchRepository(em).accounts("", null, Optional.empty(), 2));
            assertThat(first.rows()).containsExactly(newest, second);
            assertThat(first.nextKey()).contains("b");
            Page<AcmeAccount> last =
                    database.call(em -> new PartnerSearchRepository(em).accounts("", null, first.nextKey(), 2));
            assertThat(last.rows()).containsExactly(third, oldest);
            assertThat(last.nextKey()).isEmpty();
            assertThat(found(database, "", AcmeAccountState.VALID, "d").rows()).containsExactly(oldest);
            assertThat(found(database, "", AcmeAccountState.VALID, "nobody").rows())
                    .isEmpty();
            assertThat(found(database, "", AcmeAccountState.DEACTIVATED, "").rows())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anAccountIsFoundByItsContactAndByWhatItHasOrdered(TestDatabase kind) {
        try (TestDatabase.Opened database = kind.open()) {
            AcmeAccount told = account("a", NOW, "mailto:Office@Partner.example");
            AcmeAccount silent = account("b", NOW);
            keep(database, told, silent);
            keep(database, order(silent, "one", "pat_x@other.example", NOW), order(silent, "two", ANN, NOW));
            assertThat(all(database, " OFFICE@")).containsExactly(told);
            assertThat(all(database, "pat_X@other")).containsExactly(silent);
            assertThat(all(database, "patyx")).isEmpty();
            assertThat(all(database, "pat%")).isEmpty();
            assertThat(all(database, "partner.example")).containsExactly(told, silent);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void onlyWhatIsInForceIsCounted(TestDatabase kind) {
        try (TestDatabase.Opened database = kind.open()) {
            AcmeAccount ann = account("a", NOW);
            AcmeAccount ben = account("b", NOW);
            IssuedCertificate sooner = certificate(ANN, NOW.minus(DAY), NOW.plus(DAY));
            IssuedCertificate later = certificate(ANN, NOW.minus(DAY), NOW.plus(DAY.multipliedBy(2)));
            IssuedCertificate over = certificate(ANN, NOW.minus(DAY), NOW);
            IssuedCertificate ahead = certificate(ANN, NOW.plus(DAY), NOW.plus(DAY.multipliedBy(2)));
            IssuedCertificate revoked = certificate("ben@partner.example", NOW.minus(DAY), NOW.plus(DAY));
            revoked.revoke(RevocationReason.KEY_COMPROMISE, NOW, Optional.empty());
            List.of(sooner, later, over, ahead, revoked)
                    .forEach(one -> database.run(em -> new IssuedCertificateRepository(em).add(one)));
            keep(database, ann, ben);
            keep(
                    database,
                    issued(ann, "1", sooner),
                    issued(ann, "2", later),
                    issued(ann, "3", over),
                    issued(ann, "4", ahead),
                    issued(ben, "5", revoked));
            Map<String, PartnerHolding> holdings =
                    database.call(em -> new PartnerSearchRepository(em).holdings(List.of("a", "b"), NOW));
            assertThat(holdings).containsOnlyKeys("a").containsValue(new PartnerHolding("a", 2, NOW.plus(DAY)));
            Map<Serial, IssuedCertificate> certificates = database.call(
                    em -> new PartnerSearchRepository(em).certificates(List.of(over.serial(), revoked.serial())));
            assertThat(certificates).containsOnlyKeys(over.serial(), revoked.serial());
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void ordersAreThoseOfTheAccountAndNobodyElses(TestDatabase kind) {
        try (TestDatabase.Opened database = kind.open()) {
            AcmeAccount ann = account("a", NOW);
            AcmeAccount ben = account("b", NOW);
            AcmeOrder first = order(ann, "1", ANN, NOW);
            AcmeOrder second = order(ann, "2", ANN, NOW.plus(DAY));
            keep(database, ann, ben);
            keep(database, first, second, order(ben, "3", ANN, NOW));
            Page<AcmeOrder> page =
                    database.call(em -> new PartnerSearchRepository(em).orders("a", Optional.empty(), 1));
            assertThat(page.rows()).extracting(AcmeOrder::id).containsExactly("2");
            Page<AcmeOrder> last = database.call(em -> new PartnerSearchRepository(em).orders("a", page.nextKey(), 1));
            assertThat(last.rows()).extracting(AcmeOrder::id).containsExactly("1");
            assertThat(last.nextKey()).isEmpty();
        }
    }
}
