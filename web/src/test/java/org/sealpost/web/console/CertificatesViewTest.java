package org.sealpost.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.issuing.CertificateDetails;
import org.sealpost.issuing.CertificateLine;
import org.sealpost.issuing.CertificateSearchService;
import org.sealpost.model.BadSerial;
import org.sealpost.model.CertificateQuery;
import org.sealpost.model.CertificateStanding;
import org.sealpost.model.Page;
import org.sealpost.model.Serial;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Fingerprint;

class CertificatesViewTest {
    private static final CertificateLine LINE = new CertificateLine(
            new Serial("ab01"),
            "alice@corp.example",
            CertificateProfile.SIGNING,
            new CertificateLine.Validity(Instant.EPOCH, Instant.EPOCH.plusSeconds(9)),
            CertificateStanding.ISSUED,
            Optional.empty());

    private final List<CertificateQuery> asked = new ArrayList<>();
    private final CertificatesView view = new CertificatesView();

    @BeforeEach
    void openThePage() {
        view.certificates = new CertificateStandIn();
    }

    @Test
    void emptyFieldsAskForEverything() {
        view.search();
        assertThat(asked).containsExactly(CertificateQuery.ALL);
        assertThat(view.getList().getRows()).containsExactly(LINE);
    }

    @Test
    void everyFieldNarrowsTheSearch() {
        LocalDate day = LocalDate.of(2026, 11, 24);
        view.setAddress("alice");
        view.setSerial("AB:01");
        view.setState(CertificateStanding.EXPIRED);
        view.setProfile(CertificateProfile.SIGNING);
        view.setEndsBefore(day);
        view.search();
        assertThat(asked)
                .containsExactly(new CertificateQuery(
                        "alice",
                        new Serial("ab01"),
                        CertificateStanding.EXPIRED,
                        CertificateProfile.SIGNING,
                        day.atStartOfDay(ZoneId.systemDefault()).toInstant()));
    }

    @Test
    void whatIsNoNumberIsNotSearchedFor() {
        view.setSerial("alice");
        assertThatThrownBy(view::search).isInstanceOf(BadSerial.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void clearingForgetsTheFieldsAndAsksForEverythingAgain() {
        view.setAddress("alice");
        view.setSerial("7");
        view.setState(CertificateStanding.REVOKED);
        view.setProfile(CertificateProfile.ENCRYPTION);
        view.setEndsBefore(LocalDate.of(2026, 1, 1));
        view.clear();
        assertThat(view.getAddress()).isNull();
        assertThat(asked).containsExactly(CertificateQuery.ALL);
    }

    @Test
    void theDetailsOfOneAreShown() {
        assertThat(view.getSelected()).isNull();
        view.show(LINE.serial());
        assertThat(view.getSelected()).isNotNull().satisfies(details -> assertThat(details.line())
                .isEqualTo(LINE));
    }

    private final class CertificateStandIn extends CertificateSearchService {

        @Override
        public Page<CertificateLine> page(CertificateQuery query, Optional<String> key, int limit) {
            asked.add(query);
            return new Page<>(List.of(LINE), Optional.empty());
        }

        @Override
        public CertificateDetails certificate(Serial serial) {
            return new CertificateDetails(
                    LINE, "", "CN=Corp", "EC_P256", new Fingerprint("ab".repeat(32)), serial.value());
        }
    }
}
