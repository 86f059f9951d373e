package org.sealpost.web.console;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.sealpost.model.AcmeAccountState;
import org.sealpost.model.AcmeOrderState;
import org.sealpost.model.Page;

class PartnersViewTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final String ANN = "ann@partner.example";

    private final PartnersView view = new PartnersView();
    private final NoticesStandIn notices = new NoticesStandIn();
    private final List<String> done = new ArrayList<>();
    private AcmeAccountState state = AcmeAccountState.VALID;

    @BeforeEach
    void openThePage() {
        view.texts = notices;
        view.partners = new Desk();
        view.restart();
    }

    /** What the page talks to. */
    private final class Desk extends PartnerService {
        @Override
        public Page<PartnerRow> page(PartnerQuery query) {
            done.add("page " + query.text()
                    + query.state().map(each -> " " + each).orElse(""));
            return new Page<>(List.of(partner("a")), Optional.empty());
        }

        @Override
        public PartnerRow partner(String id) {
            return new PartnerRow(id, List.of(ANN), state, NOW, 0, Optional.empty());
        }

        @Override
        public Page<PartnerOrderRow> orders(String id, Optional<String> after, int limit) {
            done.add("orders " + id + after.map(key -> " " + key).orElse(""));
            return new Page<>(
                    List.of(new PartnerOrderRow("1", ANN, AcmeOrderState.OFFERED, NOW, Optional.empty())),
                    Optional.of("1"));
        }

        @Override
        public void deactivate(String id, String reason) {
            done.add("deactivate " + id + " " + reason);
            state = AcmeAccountState.DEACTIVATED;
        }
    }

    @Test
    void theListIsNarrowedByWhatTheFieldsSay() {
        view.setText(" ann ");
        view.setState(AcmeAccountState.DEACTIVATED);
        view.restart();
        assertThat(done).containsExactly("page ", "page ann DEACTIVATED");
        assertThat(view.getList().getRows()).hasSize(1);
        assertThat(view.getSelected()).isNull();
    }

    @Test
    void theOrdersOfTheOpenOneAreTurnedAndBeginAnewWithAnother() {
        view.show("a");
        view.getOrders().next();
        view.show("b");
        assertThat(done).containsExactly("page ", "orders a", "orders a 1", "orders b");
        assertThat(view.getOrders().getNumber()).isEqualTo(1);
    }

    @Test
    void theOpenOneIsEndedWithItsReasonAndShownSo() {
        view.show("a");
        view.setReason("no partner any more");
        view.deactivate();
        assertThat(done).contains("deactivate a no partner any more").endsWith("orders a", "page ");
        assertThat(notices.shown).containsExactly("partners.ended");
        assertThat(view.getSelected()).isNotNull().satisfies(row -> assertThat(row.valid())
                .isFalse());
        assertThat(view.getReason()).isNull();
    }

    @Test
    void theReasonForOneIsNotProposedForAnother() {
        view.show("a");
        view.setReason("no partner any more");
        view.show("b");
        assertThat(view.getReason()).isNull();
    }
}
