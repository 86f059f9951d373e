package org.sealpost.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.approval.Requested;
import org.sealpost.model.ListFetching;
import org.sealpost.model.ListStanding;
import org.sealpost.model.Page;
import org.sealpost.model.TrustState;
import org.sealpost.model.TrustTerms;
import org.sealpost.pki.Fingerprint;
import org.sealpost.pki.MailDomains;
import org.sealpost.trust.AuthorityQuery;
import org.sealpost.trust.AuthorityRow;
import org.sealpost.trust.TrustOrder;
import org.sealpost.trust.TrustService;

class AuthoritiesResourceTest {
    private static final Instant MADE = Instant.parse("2026-11-24T08:00:00Z");
    private static final String HEX = "ab".repeat(32);

    private final AuthoritiesResource resource = new AuthoritiesResource();
    private final List<AuthorityQuery> asked = new ArrayList<>();
    private final List<TrustOrder> ordered = new ArrayList<>();
    private Requested outcome = new Requested.Waiting(7, 2);
    private Optional<ListStanding> list = Optional.empty();
    private Optional<ListFetching> fetching = Optional.empty();

    @BeforeEach
    void open() {
        resource.trust = new TrustService() {
            @Override
            public Page<AuthorityRow> page(AuthorityQuery query) {
                asked.add(query);
                return new Page<>(List.of(row()), Optional.of("3"));
            }

            @Override
            public Requested trust(TrustOrder order) {
                ordered.add(order);
                return outcome;
            }
        };
    }

    private AuthorityRow row() {
        return new AuthorityRow(
                4,
                "CN=Partner",
                new Fingerprint(HEX),
                new AuthorityRow.Validity(MADE, MADE.plusSeconds(9), false),
                TrustState.TRUSTED,
                new TrustTerms(MailDomains.parse("partner.example"), "ada", MADE, "joint venture"),
                new AuthorityRow.ListState(list, true, fetching));
    }

    @Test
    void theListCanBeNarrowedAndTurned() {
        AuthoritiesOnWire.Authorities page = resource.list("partner", "trusted", "9");
        assertThat(asked)
                .containsExactly(new AuthorityQuery("partner", Optional.of(TrustState.TRUSTED), Optional.of("9"), 100));
        assertThat(page.next()).isEqualTo("3");
    }

    @Test
    void anAuthorityTellsItsDomainsAndHowItsListStands() {
        AuthoritiesOnWire.Authority bare =
                resource.list("", null, null).authorities().get(0);
        assertThat(bare.domains()).containsExactly("partner.example");
        assertThat(bare.fingerprint()).isEqualTo(HEX);
        assertThat(bare.list()).isNull();
        assertThat(bare.fetching()).isNull();
        list = Optional.of(new ListStanding(MADE, null, 3, MADE, true));
        fetching = Optional.of(new ListFetching("http://partner.example/ca.crl", MADE, "HTTP 404"));
        AuthoritiesOnWire.Authority whole =
                resource.list("", null, null).authorities().get(0);
        assertThat(whole.list()).isEqualTo(new AuthoritiesOnWire.RevocationList(MADE, null, 3, MADE, true, true));
        assertThat(whole.fetching()).isEqualTo("http://partner.example/ca.crl");
        assertThat(whole.failure()).isEqualTo("HTTP 404");
    }

    private static AuthoritiesOnWire.Order order(String certificate) {
        return new AuthoritiesOnWire.Order(certificate, HEX, "partner.example", "why", null);
    }

    @Test
    void whatIsOrderedIsPassedOnAndHowManyMustAgreeIsTold() {
        assertThat(resource.trust(order("-----BEGIN"))).isEqualTo(new AuthoritiesOnWire.Asked(7, 2));
        assertThat(ordered).singleElement().satisfies(order -> {
            assertThat(order.certificate()).startsWith((byte) '-');
            assertThat(order.fingerprint()).isEqualTo(HEX);
            assertThat(order.ticket()).isEmpty();
        });
        outcome = new Requested.CarriedOut(8);
        assertThat(resource.trust(order("-----BEGIN"))).isEqualTo(new AuthoritiesOnWire.Asked(8, 0));
    }
}
