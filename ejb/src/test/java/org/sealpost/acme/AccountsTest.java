package org.sealpost.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.security.KeyPair;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.acme.AcmePath.Kind;
import org.sealpost.model.AcmeAccountState;
import org.sealpost.model.AcmeOrderState;
import org.sealpost.model.CertificateState;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.RevocationReason;

/** What becomes of accounts and of the certificates that they have ordered. */
class AccountsTest {
    private static final String ANN = "ann@partner.example";
    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    private static void refused(ThrowingCallable request, String code) {
        assertThatThrownBy(request).isInstanceOfSatisfying(AcmeRefused.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({
        "mailto:ann@partner.example, ''",
        "mailto:ann@partner.example?subject=x, INVALID_CONTACT",
        "mailto:ann, INVALID_CONTACT",
        "tel:+4930, UNSUPPORTED_CONTACT",
        "https://partner.example/, UNSUPPORTED_CONTACT"
    })
    void onlyMailReachesPartners(String url, String problem) {
        Partner ann = new Partner(office).open();
        String wish = "{\"contact\":[\"" + url + "\"]}";
        if (problem.isEmpty()) {
            assertThat(((AcmeAnswer.Account) ann.post(Kind.ACCOUNT, ann.account(), wish)).contact())
                    .containsExactly(url);
        } else {
            assertThatThrownBy(() -> ann.post(Kind.ACCOUNT, ann.account(), wish))
                    .isInstanceOfSatisfying(
                            AcmeRefused.class, e -> assertThat(e.problem()).isEqualTo(AcmeProblem.valueOf(problem)));
        }
    }

    @Test
    void anAccountGivenUpTakesItsOrdersWithIt() {
        Partner ann = new Partner(office).open();
        AcmeAnswer.Order order = ann.order(ANN);
        AcmeAnswer.Account closed =
                (AcmeAnswer.Account) ann.post(Kind.ACCOUNT, ann.account(), "{\"status\":\"deactivated\"}");
        assertThat(closed.state()).isEqualTo(AcmeAccountState.DEACTIVATED);
        assertThat(office.kept(order.id()).state()).isEqualTo(AcmeOrderState.DROPPED);
        refused(() -> ann.post(Kind.ORDER, order.id(), ""), "acme-account-closed");
        refused(() -> ann.post(Kind.NEW_ACCOUNT, "", "{}"), "acme-account-closed");
    }

    @Test
    void whoOnlyAsksWhetherThereIsAnAccountGetsNone() {
        refused(
                () -> new Partner(office).post(Kind.NEW_ACCOUNT, "", "{\"onlyReturnExisting\":true}"),
                "acme-no-account");
    }

    @Test
    void aNewKeyTakesTheOldOnesPlaceWhenBothSign() {
        Partner ann = new Partner(office).open();
        KeyPair before = ann.pair();
        KeyPair after = Partner.pair(KeyType.EC_P256);
        AcmeAnswer.Order order = ann.order(ANN);
        ann.post(Kind.KEY_CHANGE, "", keyChange(ann, ann.account(), before, after));
        refused(() -> ann.post(Kind.ORDERS, ann.account(), ""), "acme-signature");
        ann.use(after);
        assertThat(ann.post(Kind.ORDERS, ann.account(), "")).isEqualTo(new AcmeAnswer.Orders(List.of(order.id())));
        assertThat(office.kept(order.id()).state()).isEqualTo(AcmeOrderState.DROPPED);
        Partner ben = new Partner(office).open();
        refused(
                () -> ben.post(Kind.KEY_CHANGE, "", keyChange(ben, ben.account(), ben.pair(), after)),
                "acme-key-taken");
        refused(
                () -> ben.post(Kind.KEY_CHANGE, "", keyChange(ben, ann.account(), ben.pair(), before)),
                "acme-malformed");
        refused(() -> ben.post(Kind.KEY_CHANGE, "", keyChange(ben, ben.account(), after, before)), "acme-malformed");
    }

    private String keyChange(Partner partner, String account, KeyPair old, KeyPair after) {
        JsonWebSignature inner = new JsonWebSignature();
        inner.setHeader("url", office.service().url(Kind.KEY_CHANGE.path("")));
        inner.getHeaders().setJwkHeaderValue("jwk", Partner.jwk(after));
        String wish = "{\"account\":"
                + Json.createValue(office.service().url(Kind.ACCOUNT.path(account))) + ",\"oldKey\":"
                + Partner.jwk(old).toJson() + "}";
        return partner.signed(inner, after, wish);
    }

    @Test
    void aCertificateEndsByItsAccountOrItsKeyAndNobodyElse() {
        Partner ann = new Partner(office).open();
        KeyPair certified = Partner.pair(KeyType.EC_P256);
        AcmeAnswer.Order issued = office.finish(ann, office.proven(ann, ANN), Office.request(ANN, certified));
        Partner ben = new Partner(office).open();
        Partner finder = new Partner(office);
        refused(() -> ben.post(Kind.REVOCATION, "", revocation(issued, 1)), "acme-not-yours");
        refused(() -> finder.post(Kind.REVOCATION, "", revocation(issued, 1)), "acme-not-yours");
        refused(() -> ann.post(Kind.REVOCATION, "", revocation(issued, 2)), "acme-reason");
        refused(() -> ann.post(Kind.REVOCATION, "", "{\"certificate\":\"AAAA\"}"), "acme-malformed");
        finder.use(certified);
        finder.post(Kind.REVOCATION, "", revocation(issued, 1));
        assertThat(certificate(issued).state()).isEqualTo(CertificateState.REVOKED);
        assertThat(certificate(issued).revocation().orElseThrow().reason()).isEqualTo(RevocationReason.KEY_COMPROMISE);
        refused(() -> ann.post(Kind.REVOCATION, "", revocation(issued, 4)), "acme-revoked");
    }

    private String revocation(AcmeAnswer.Order issued, int reason) {
        return "{\"certificate\":\"" + Partner.base64(certificate(issued).encoded()) + "\",\"reason\":" + reason + "}";
    }

    private IssuedCertificate certificate(AcmeAnswer.Order issued) {
        return office.get(IssuedCertificateRepository.class)
                .bySerial(issued.serial().orElseThrow())
                .orElseThrow();
    }
}
