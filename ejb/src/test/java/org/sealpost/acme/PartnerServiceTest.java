package org.sealpost.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.acme.AcmePath.Kind;
import org.sealpost.issuing.CertificateLine;
import org.sealpost.model.AcmeAccountState;
import org.sealpost.model.AcmeOrderState;
import org.sealpost.model.Act;
import org.sealpost.model.AuditQuery;
import org.sealpost.model.AuditRecord;
import org.sealpost.model.AuditRepository;
import org.sealpost.model.CertificateStanding;
import org.sealpost.model.Page;
import org.sealpost.pki.KeyType;

/** What administrators see of partners' accounts, and do with them. */
class PartnerServiceTest {
    private static final String ANN = "ann@partner.example";
    private static final String BEN = "ben@partner.example";
    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    private PartnerService service() {
        return office.get(PartnerService.class);
    }

    private Page<PartnerRow> page(String text, Optional<AcmeAccountState> state, Optional<String> after, int limit) {
        return office.call(() -> service().page(new PartnerQuery(text, state, after, limit)));
    }

    private PartnerRow row(Partner partner) {
        return office.call(() -> service().partner(partner.account()));
    }

    private List<PartnerOrderRow> orders(Partner partner) {
        return office.call(() -> service().orders(partner.account(), Optional.empty(), 50))
                .rows();
    }

    private Partner partner(String contact) {
        Partner partner = new Partner(office).open();
        partner.post(Kind.ACCOUNT, partner.account(), "{\"contact\":[\"mailto:" + contact + "\"]}");
        return partner;
    }

    private AcmeAnswer.Order certified(Partner partner, String address) {
        byte[] request = Office.request(address, Partner.pair(KeyType.EC_P256));
        return office.finish(partner, office.proven(partner, address), request);
    }

    private List<AuditRecord> log(Act act) {
        return office
                .call(() -> office.get(AuditRepository.class).page(AuditQuery.ALL, Optional.empty(), 50))
                .rows()
                .stream()
                .map(entry -> entry.said())
                .filter(said -> said.act() == act)
                .toList();
    }

    @Test
    void anAccountTellsWhoCanBeReachedAndWhatIsInForce() {
        Partner ann = partner("office@partner.example");
        assertThat(row(ann).contact()).containsExactly("office@partner.example");
        assertThat(row(ann).openedAt()).isEqualTo(office.clock.instant());
        assertThat(row(ann).certificates()).isZero();
        assertThat(row(ann).nextEnd()).isEmpty();
        certified(ann, ANN);
        office.clock.pass(Duration.ofDays(30));
        certified(ann, BEN);
        List<CertificateLine> lines = orders(ann).stream()
                .flatMap(order -> order.certificate().stream())
                .toList();
        assertThat(lines).extracting(CertificateLine::address).containsExactly(BEN, ANN);
        assertThat(row(ann).certificates()).isEqualTo(2);
        assertThat(row(ann).nextEnd()).contains(lines.get(1).validity().until());
        office.revokeAll(ANN);
        assertThat(row(ann).certificates()).isEqualTo(1);
        assertThat(row(ann).nextEnd()).contains(lines.get(0).validity().until());
        assertThat(orders(ann).get(1).certificate().orElseThrow().standing()).isEqualTo(CertificateStanding.REVOKED);
    }

    @Test
    void whatIsOrderedIsListedFromTheNewestOn() {
        Partner ann = new Partner(office).open();
        AcmeAnswer.Order first = ann.order(ANN);
        office.clock.pass(Duration.ofMinutes(1));
        AcmeAnswer.Order second = office.proven(ann, BEN);
        assertThat(orders(ann))
                .extracting(PartnerOrderRow::id, PartnerOrderRow::state, PartnerOrderRow::orderedAt)
                .containsExactly(
                        tuple(second.id(), AcmeOrderState.PROVEN, office.clock.instant()),
                        tuple(
                                first.id(),
                                AcmeOrderState.OFFERED,
                                office.clock.instant().minusSeconds(60)));
        Page<PartnerOrderRow> page = office.call(() -> service().orders(ann.account(), Optional.empty(), 1));
        assertThat(page.nextKey()).contains(second.id());
        assertThat(office.call(() -> service().orders(ann.account(), page.nextKey(), 1))
                        .rows())
                .extracting(PartnerOrderRow::id)
                .containsExactly(first.id());
    }

    @ParameterizedTest
    @CsvSource({
        "office, true, false",
        "BEN@partner, false, true",
        "partner.example, true, true",
        "elsewhere, false, false",
        "'', true, true"
    })
    void accountsAreFoundByContactAndByWhatTheyHaveOrdered(String text, boolean one, boolean other) {
        Partner ann = partner("office@partner.example");
        Partner ben = new Partner(office).open();
        ben.order(BEN);
        List<String> found = page(text, Optional.of(AcmeAccountState.VALID), Optional.empty(), 50).rows().stream()
                .map(PartnerRow::id)
                .toList();
        assertThat(found.contains(ann.account())).isEqualTo(one);
        assertThat(found.contains(ben.account())).isEqualTo(other);
        assertThat(page(text, Optional.of(AcmeAccountState.DEACTIVATED), Optional.empty(), 50)
                        .rows())
                .isEmpty();
    }

    @Test
    void accountsAreTurnedPageByPage() {
        Partner ann = new Partner(office).open();
        office.clock.pass(Duration.ofMinutes(1));
        Partner ben = new Partner(office).open();
        Page<PartnerRow> first = page("", Optional.empty(), Optional.empty(), 1);
        assertThat(first.rows()).extracting(PartnerRow::id).containsExactly(ben.account());
        Page<PartnerRow> last = page("", Optional.empty(), first.nextKey(), 1);
        assertThat(last.rows()).extracting(PartnerRow::id).containsExactly(ann.account());
        assertThat(last.nextKey()).isEmpty();
    }

    @Test
    void anAccountThatIsEndedIsNobodysAndItsCertificatesStay() {
        Partner ann = partner(ANN);
        certified(ann, ANN);
        AcmeAnswer.Order open = ann.order(BEN);
        office.run(() -> service().deactivate(ann.account(), " not a partner any more "));
        assertThat(row(ann).valid()).isFalse();
        assertThat(row(ann).certificates()).isEqualTo(1);
        assertThat(office.kept(open.id()).state()).isEqualTo(AcmeOrderState.DROPPED);
        assertThatThrownBy(() -> ann.order(ANN)).isInstanceOfSatisfying(AcmeRefused.class, e -> assertThat(e.code())
                .isEqualTo("acme-account-closed"));
        assertThat(page("", Optional.of(AcmeAccountState.DEACTIVATED), Optional.empty(), 9)
                        .rows())
                .hasSize(1);
        assertThat(log(Act.CLOSE_PARTNER_ACCOUNT)).singleElement().satisfies(said -> assertThat(said.details())
                .isEqualTo("mailto:" + ANN + ", not a partner any more"));
    }

    @Test
    void whatIsEndedOrUnknownIsRefusedAndNothingIsLogged() {
        Partner ann = new Partner(office).open();
        office.run(() -> service().deactivate(ann.account(), "gone"));
        assertThatThrownBy(() -> office.run(() -> service().deactivate(ann.account(), "again")))
                .isInstanceOf(PartnerAccountEnded.class);
        assertThatThrownBy(() -> office.run(() -> service().deactivate("nobody", "why")))
                .isInstanceOf(NoSuchPartner.class);
        assertThatThrownBy(() -> office.call(() -> service().partner("nobody"))).isInstanceOf(NoSuchPartner.class);
        assertThatThrownBy(() -> office.call(() -> service().orders("nobody", Optional.empty(), 9)))
                .isInstanceOf(NoSuchPartner.class);
        assertThat(log(Act.CLOSE_PARTNER_ACCOUNT)).singleElement().satisfies(said -> assertThat(said.details())
                .isEqualTo("gone"));
    }
}
