package org.sealpost.web.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.acme.PartnerOrderRow;
import org.sealpost.acme.PartnerQuery;
import org.sealpost.acme.PartnerRow;
import org.sealpost.acme.PartnerService;
import org.sealpost.issuing.CertificateLine;
import org.sealpost.model.AcmeAccountState;
import org.sealpost.model.AcmeOrderState;
import org.sealpost.model.CertificateStanding;
import org.sealpost.model.Page;
import org.sealpost.model.Serial;
import org.sealpost.pki.CertificateProfile;

class PartnersResourceTest {
    private static final Instant OPENED = Instant.parse("2026-11-24T08:00:00Z");
    private static final Instant END = Instant.parse("2027-11-24T08:00:00Z");
    private static final String ANN = "ann@partner.example";

    private final PartnersResource resource = new PartnersResource();
    private final List<PartnerQuery> asked = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private AcmeAccountState state = AcmeAccountState.VALID;
    private Optional<Instant> nextEnd = Optional.of(END);

    @BeforeEach
    void open() {
        resource.partners = new PartnerService() {
            @Override
            public Page<PartnerRow> page(PartnerQuery query) {
                asked.add(query);
                return new Page<>(List.of(partner("a")), Optional.of("a"));
            }

            @Override
            public PartnerRow partner(String id) {
                return new PartnerRow(id, List.of(ANN), state, OPENED, nextEnd.isPresent() ? 1 : 0, nextEnd);
            }

            @Override
            public Page<PartnerOrderRow> orders(String id, Optional<String> after, int limit) {
                done.add("orders " + id + after.map(key -> " " + key).orElse("") + " " + limit);
                return new Page<>(
                        List.of(
                                new PartnerOrderRow("2", ANN, AcmeOrderState.OFFERED, OPENED, Optional.empty()),
                                new PartnerOrderRow("1", ANN, AcmeOrderState.ISSUED, OPENED, Optional.of(line()))),
                        Optional.empty());
            }

            @Override
            public void deactivate(String id, String reason) {
                done.add("deactivate " + id + " " + reason);
                state = AcmeAccountState.DEACTIVATED;
            }
        };
    }

    private static CertificateLine line() {
        return new CertificateLine(
                new Serial("2a"),
                ANN,
                CertificateProfile.PARTNER,
                new CertificateLine.Validity(OPENED, END),
                CertificateStanding.ISSUED,
                Optional.empty());
    }

    @Test
    void theListCanBeNarrowedAndTurned() {
        PartnersOnWire.Partners page = resource.list("ann", "valid", "z");
        assertThat(asked)
                .containsExactly(new PartnerQuery("ann", Optional.of(AcmeAccountState.VALID), Optional.of("z"), 100));
        assertThat(page.next()).isEqualTo("a");
        resource.list("", null, null);
        assertThat(asked).last().isEqualTo(new PartnerQuery("", Optional.empty(), Optional.empty(), 100));
    }

    @Test
    void anAccountTellsWhatIsInForceAndUntilWhen() {
        assertThat(resource.partner("a"))
                .isEqualTo(new PartnersOnWire.Partner("a", List.of(ANN), "VALID", OPENED, 1, END));
        nextEnd = Optional.empty();
        assertThat(resource.partner("a").nextEnd()).isNull();
    }

    @Test
    void ordersComeWithTheirCertificates() {
        PartnersOnWire.PartnerOrders page = resource.orders("a", "9");
        assertThat(done).containsExactly("orders a 9 100");
        assertThat(page.next()).isNull();
        assertThat(page.orders())
                .extracting(PartnersOnWire.PartnerOrder::id, PartnersOnWire.PartnerOrder::state)
                .containsExactly(tuple("2", "OFFERED"), tuple("1", "ISSUED"));
        assertThat(page.orders().get(0).certificate()).isNull();
        assertThat(requireNonNull(page.orders().get(1).certificate()).serial()).isEqualTo("2a");
    }

    @Test
    void anAccountIsEndedWithAReasonAndShownSo() {
        assertThat(resource.deactivate("a", "gone").state()).isEqualTo("DEACTIVATED");
        assertThat(done).containsExactly("deactivate a gone");
    }
}
