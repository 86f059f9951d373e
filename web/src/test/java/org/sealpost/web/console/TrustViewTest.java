package org.sealpost.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.model.ListFetching;
import org.sealpost.model.ListStanding;
import org.sealpost.model.Page;
import org.sealpost.model.TrustState;
import org.sealpost.model.TrustTerms;
import org.sealpost.pki.Fingerprint;
import org.sealpost.pki.MailDomains;
import org.sealpost.trust.AuthorityQuery;
import org.sealpost.trust.AuthorityRow;
import org.sealpost.trust.TrustService;

class TrustViewTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    private final TrustView view = new TrustView();
    private final NoticesStandIn notices = new NoticesStandIn();
    private final List<String> done = new ArrayList<>();
    private TrustState state = TrustState.TRUSTED;
    private Optional<ListStanding> list = Optional.empty();
    private Optional<ListFetching> fetching = Optional.empty();

    @BeforeEach
    void openThePage() {
        view.texts = notices;
        view.clock = () -> Clock.fixed(NOW, ZoneOffset.UTC);
        view.trust = new Desk();
        view.restart();
    }

    /** What the page talks to. */
    private final class Desk extends TrustService {
        @Override
        public Page<AuthorityRow> page(AuthorityQuery query) {
            done.add("page " + query.text()
                    + query.state().map(each -> " " + each).orElse(""));
            return new Page<>(List.of(authority(4)), Optional.empty());
        }

        @Override
        public AuthorityRow authority(long id) {
            return new AuthorityRow(
                    id,
                    "CN=Partner",
                    new Fingerprint("ab".repeat(32)),
                    new AuthorityRow.Validity(NOW, NOW, false),
                    state,
                    new TrustTerms(MailDomains.parse("partner.example"), "ada", NOW, ""),
                    new AuthorityRow.ListState(list, false, fetching));
        }

        @Override
        public void untrust(long id, String reason) {
            done.add("untrust " + id + " " + reason);
            state = TrustState.UNTRUSTED;
        }

        @Override
        public void allowFetching(long id, String address) {
            done.add("allow " + id + " " + address);
        }
    }

    @Test
    void theListIsNarrowedByWhatTheFieldsSay() {
        view.setText(" partner ");
        view.setState(TrustState.TRUSTED);
        view.restart();
        assertThat(done).containsExactly("page ", "page partner TRUSTED");
        assertThat(view.getList().getRows()).hasSize(1);
    }

    @Test
    void theOpenOneIsUntrustedWithItsReasonAndShownSo() {
        view.show(4);
        assertThat(view.getSelected()).isNotNull();
        view.setReason("broken into");
        view.untrust();
        assertThat(done).contains("untrust 4 broken into");
        assertThat(notices.shown).containsExactly("trust.untrusted");
        assertThat(view.getSelected()).isNotNull().satisfies(row -> assertThat(row.trusted())
                .isFalse());
    }

    @Test
    void theReasonForOneIsNotProposedForAnother() {
        view.show(4);
        view.setReason("broken into");
        view.show(5);
        assertThat(view.getReason()).isNull();
    }

    @Test
    void whereTheListIsFetchedIsProposedAgain() {
        fetching = Optional.of(new ListFetching("http://partner.example/ca.crl", NOW, null));
        view.show(4);
        assertThat(view.getAddress()).isEqualTo("http://partner.example/ca.crl");
        view.allowFetching();
        assertThat(done).contains("allow 4 http://partner.example/ca.crl");
        assertThat(notices.shown).containsExactly("trust.fetching.allowed");
    }

    @Test
    void theAgeOfTheListIsToldInHours() {
        view.show(4);
        assertThat(view.getListAge()).isZero();
        list = Optional.of(new ListStanding(NOW.minusSeconds(2 * 3600 + 1), null, 0, NOW, false));
        view.show(4);
        assertThat(view.getListAge()).isEqualTo(2);
    }
}
