package org.sealpost.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.audit.AuditLine;
import org.sealpost.audit.AuditService;
import org.sealpost.audit.ChainReport;
import org.sealpost.model.Act;
import org.sealpost.model.AuditQuery;
import org.sealpost.model.Outcome;
import org.sealpost.model.Page;

class AuditViewTest {

    private final List<AuditQuery> asked = new ArrayList<>();
    private ChainReport report = new ChainReport.Unbroken(12, 10, 1);
    private final AuditView view = new AuditView();

    @BeforeEach
    void openThePage() {
        view.audit = new AuditStandIn();
    }

    @Test
    void emptyFieldsAskForEverything() {
        view.search();
        assertThat(asked).containsExactly(AuditQuery.ALL);
    }

    @Test
    void everyFieldNarrowsTheSearch() {
        view.setAct(Act.REVOKE);
        view.setOutcome(Outcome.FAILURE);
        view.setSubject("alice");
        view.setActor("admin");
        view.search();
        assertThat(asked.get(0).act()).isEqualTo(Act.REVOKE);
        assertThat(asked.get(0).outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(asked.get(0).subject()).isEqualTo("alice");
        assertThat(asked.get(0).actor()).isEqualTo("admin");
    }

    @Test
    void theLastDayIsIncludedWhole() {
        LocalDate day = LocalDate.of(2026, 11, 24);
        view.setFrom(day);
        view.setTo(day);
        view.search();
        ZoneId zone = ZoneId.systemDefault();
        assertThat(asked.get(0).span())
                .isEqualTo(new AuditQuery.Span(
                        day.atStartOfDay(zone).toInstant(),
                        day.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    @Test
    void clearingForgetsTheFieldsAndAsksForEverythingAgain() {
        view.setSubject("alice");
        view.setFrom(LocalDate.of(2026, 1, 1));
        view.clear();
        assertThat(view.getSubject()).isNull();
        assertThat(asked).containsExactly(AuditQuery.ALL);
    }

    @Test
    void anUnbrokenChainIsShownAsSuch() {
        view.verify();
        assertThat(view.getUnbroken()).isEqualTo(report);
        assertThat(view.getBroken()).isNull();
    }

    @Test
    void aBrokenChainIsShownWithItsPlace() {
        report = new ChainReport.Broken(7, ChainReport.Fault.CUT_OFF);
        view.verify();
        assertThat(view.getBroken()).isEqualTo(report);
        assertThat(view.getUnbroken()).isNull();
    }

    private final class AuditStandIn extends AuditService {

        @Override
        public Page<AuditLine> page(AuditQuery query, Optional<String> key, int limit) {
            asked.add(query);
            return new Page<>(List.of(), Optional.empty());
        }

        @Override
        public ChainReport verifyChain() {
            return report;
        }
    }
}
