package org.sealpost.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.acme.AcmePath.Kind;
import org.sealpost.model.AcmeOrder;
import org.sealpost.model.AcmeOrderState;
import org.sealpost.model.IntegrityRepository;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.PartnerId;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.KeyType;

class AcmeServiceTest {
    private static final String ANN = "ann@partner.example";
    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    private static void refused(ThrowingCallable request, AcmeProblem problem, String code) {
        assertThatThrownBy(request).isInstanceOfSatisfying(AcmeRefused.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.problem()).isEqualTo(problem);
        });
    }

    @Test
    void aPartnerGetsOneCertificateForBothUsesAndNothingIsEscrowed() {
        Partner ann = new Partner(office).open();
        AcmeAnswer.Order order = office.proven(ann, "Ann@Partner.Example");
        assertThat(order.state()).isEqualTo(AcmeOrderState.PROVEN);
        AcmeAnswer.Order issued = office.finish(ann, order, Office.request(ANN, Partner.pair(KeyType.EC_P256)));
        assertThat(issued.state()).isEqualTo(AcmeOrderState.ISSUED);
        String pem = ((AcmeAnswer.Chain)
                        ann.post(Kind.CERTIFICATE, issued.serial().orElseThrow().value(), ""))
                .pem();
        assertThat(pem.split("BEGIN CERTIFICATE")).hasSize(3);
        assertThat(Certificates.addresses(Certificates.parse(pem.getBytes(StandardCharsets.US_ASCII))))
                .containsExactly(ANN);
        office.run(() -> {
            IssuedCertificate kept = office.get(IssuedCertificateRepository.class)
                    .bySerial(issued.serial().orElseThrow())
                    .orElseThrow();
            assertThat(kept.profile()).isEqualTo(CertificateProfile.PARTNER);
            assertThat(kept.mailbox()).isEqualTo(PartnerId.of(ANN));
            assertThat(office.get(IntegrityRepository.class)
                            .escrowed(List.of(kept.serial().value())))
                    .isEmpty();
        });
        refused(
                () -> office.finish(ann, order, Office.request(ANN, Partner.pair(KeyType.EC_P256))),
                AcmeProblem.ORDER_NOT_READY,
                "acme-not-ready");
    }

    @ParameterizedTest
    @CsvSource({
        "alice@friends.example, REJECTED_IDENTIFIER, acme-own-address",
        "ALICE@Friends.example, REJECTED_IDENTIFIER, acme-own-address",
        "bob@corp.example, REJECTED_IDENTIFIER, acme-own-address",
        "ann@elsewhere.example, REJECTED_IDENTIFIER, acme-foreign-domain",
        "ann@sub.partner.example, REJECTED_IDENTIFIER, acme-foreign-domain",
        "ann, MALFORMED, acme-malformed",
        "Ann <ann@partner.example>, MALFORMED, acme-malformed"
    })
    void notEveryAddressIsForPartners(String address, AcmeProblem problem, String code) {
        Partner ann = new Partner(office).open();
        refused(() -> ann.order(address), problem, code);
    }

    @Test
    void whatIsNoAddressOrNotOneIsNotOrdered() {
        Partner ann = new Partner(office).open();
        String dns = "{\"identifiers\":[{\"type\":\"dns\",\"value\":\"partner.example\"}]}";
        refused(() -> ann.post(Kind.NEW_ORDER, "", dns), AcmeProblem.UNSUPPORTED_IDENTIFIER, "acme-identifier");
        String one = "{\"type\":\"email\",\"value\":\"" + ANN + "\"}";
        for (String wish : List.of(
                "{}",
                "{\"identifiers\":[]}",
                "{\"identifiers\":[" + one + "," + one + "]}",
                "{\"identifiers\":[" + one + "],\"notAfter\":\"2030-01-01T00:00:00Z\"}",
                "{\"identifiers\":\"x\"}",
                "[]",
                "{\"identifiers\":[],\"identifiers\":[" + one + "]}")) {
            refused(() -> ann.post(Kind.NEW_ORDER, "", wish), AcmeProblem.MALFORMED, "acme-malformed");
        }
    }

    @Test
    void nobodySeesOrSteersWhatIsAnothers() {
        Partner ann = new Partner(office).open();
        Partner ben = new Partner(office, KeyType.RSA_2048, "RS256").open();
        AcmeAnswer.Order order = office.proven(ann, ANN);
        for (Kind kind : List.of(Kind.ORDER, Kind.AUTHORIZATION, Kind.CHALLENGE)) {
            refused(() -> ben.post(kind, order.id(), ""), AcmeProblem.NOT_FOUND, "acme-not-found");
        }
        refused(
                () -> office.finish(ben, order, Office.request(ANN, Partner.pair(KeyType.EC_P256))),
                AcmeProblem.NOT_FOUND,
                "acme-not-found");
        refused(() -> ben.post(Kind.ACCOUNT, ann.account(), ""), AcmeProblem.UNAUTHORIZED, "acme-not-yours");
        AcmeAnswer.Order issued = office.finish(ann, order, Office.request(ANN, Partner.pair(KeyType.EC_P256)));
        refused(
                () -> ben.post(Kind.CERTIFICATE, issued.serial().orElseThrow().value(), ""),
                AcmeProblem.NOT_FOUND,
                "acme-not-found");
        assertThat(((AcmeAnswer.Orders) ann.post(Kind.ORDERS, ann.account(), "")).ids())
                .containsExactly(order.id());
    }

    @Test
    void theRequestHasToFitTheOrder() {
        Partner ann = new Partner(office).open();
        AcmeAnswer.Order order = office.proven(ann, ANN);
        KeyPair pair = Partner.pair(KeyType.EC_P256);
        byte[] damaged = Office.request(ANN, pair);
        damaged[damaged.length - 3] ^= 1;
        refused(
                () -> office.finish(ann, order, Office.request("ben@partner.example", pair)),
                AcmeProblem.BAD_CSR,
                "acme-csr-address");
        refused(() -> office.finish(ann, order, Office.request(ANN, ann.pair())), AcmeProblem.BAD_CSR, "acme-csr-key");
        refused(() -> office.finish(ann, order, damaged), AcmeProblem.BAD_CSR, "acme-csr");
        refused(() -> office.finish(ann, order, new byte[] {1, 2}), AcmeProblem.BAD_CSR, "acme-csr");
        assertThat(office.finish(ann, order, Office.request("Ann@PARTNER.example", pair))
                        .state())
                .isEqualTo(AcmeOrderState.ISSUED);
    }

    @Test
    void noMoreOrdersAreOpenAtATimeNorMailsSentThanIsFair() {
        Partner ann = new Partner(office).open();
        for (int i = 0; i < Orders.MOST_MAILS; i++) {
            AcmeAnswer.Order order = ann.order(ANN);
            ann.post(Kind.AUTHORIZATION, order.id(), "{\"status\":\"deactivated\"}");
        }
        refused(() -> ann.order(ANN), AcmeProblem.RATE_LIMITED, "acme-many-challenges");
        office.clock.pass(Duration.ofDays(1).plusSeconds(1));
        ann.order(ANN);
        for (int i = 1; i < Orders.MOST_OPEN; i++) {
            ann.order("ann" + i + "@partner.example");
        }
        refused(() -> ann.order("ben@partner.example"), AcmeProblem.RATE_LIMITED, "acme-many-orders");
    }

    @Test
    void anOrderEndsInTime() {
        Partner ann = new Partner(office).open();
        AcmeAnswer.Order order = office.proven(ann, ANN);
        office.clock.pass(AcmeOrder.LIFETIME);
        refused(
                () -> office.finish(ann, order, Office.request(ANN, Partner.pair(KeyType.EC_P256))),
                AcmeProblem.ORDER_NOT_READY,
                "acme-not-ready");
        assertThat(((AcmeAnswer.Order) ann.post(Kind.ORDER, order.id(), "")).state())
                .isEqualTo(AcmeOrderState.EXPIRED);
        office.clock.pass(Duration.ofDays(8));
        office.run(() -> office.get(Answers.class).sweep(office.clock.instant().minus(Duration.ofDays(7)), 100));
        refused(() -> ann.post(Kind.ORDER, order.id(), ""), AcmeProblem.ACCOUNT_DOES_NOT_EXIST, "acme-no-account");
    }

    @Test
    void whereTheOperatorDoesNotWantItThereIsNothing() {
        try (Office closed = new Office(Map.of("sealpost.acme", "off"))) {
            assertThat(closed.service().open()).isFalse();
            refused(() -> new Partner(closed).open(), AcmeProblem.NOT_FOUND, "acme-not-found");
            assertThat(closed.service().from()).isEmpty();
        }
    }
}
