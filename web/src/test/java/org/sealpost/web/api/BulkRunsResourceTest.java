package org.sealpost.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.bulk.BulkChoice;
import org.sealpost.bulk.BulkOrder;
import org.sealpost.bulk.BulkPace;
import org.sealpost.bulk.BulkRunRow;
import org.sealpost.bulk.BulkService;
import org.sealpost.bulk.MailedTokens;
import org.sealpost.bulk.TokenMailService;
import org.sealpost.model.BulkItemState;
import org.sealpost.model.BulkKind;
import org.sealpost.model.BulkState;
import org.sealpost.model.BulkTerms;
import org.sealpost.model.RevocationCause;

class BulkRunsResourceTest {
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    private final BulkRunsResource resource = new BulkRunsResource();
    private final List<BulkOrder> ordered = new ArrayList<>();
    private Optional<BulkPace> pace = Optional.empty();

    @BeforeEach
    void open() {
        resource.bulk = new Runs();
        resource.mail = new TokenMailService() {
            @Override
            public MailedTokens sendRun(long run, boolean again) {
                return again ? new MailedTokens(3, 0, 0) : new MailedTokens(1, 2, 0);
            }
        };
    }

    @Test
    void aRunThatRevokesBringsItsCauseAndReason() {
        BulkRunsOnWire.Run planned = resource.plan(wanted("revoke", "left"), "", "Sales", null);
        assertThat(ordered)
                .containsExactly(new BulkOrder(
                        BulkKind.REVOKE,
                        Optional.of(RevocationCause.LEFT),
                        new BulkChoice.People("", Optional.of("Sales")),
                        "branch closed"));
        assertThat(planned.cause()).isEqualTo("LEFT");
    }

    @Test
    void otherRunsHaveNoCause() {
        resource.plan(wanted("ENABLE", null), "", null, "staff@corp.example");
        assertThat(ordered).singleElement().satisfies(order -> {
            assertThat(order.cause()).isEmpty();
            assertThat(order.choice()).isEqualTo(new BulkChoice.Group("staff@corp.example"));
        });
    }

    @Test
    void rateAndRemainingTimeAreAbsentUntilTheyAreKnown() {
        assertThat(resource.run(7).perMinute()).isNull();
        assertThat(resource.run(7).secondsLeft()).isNull();
        pace = Optional.of(new BulkPace(50, Duration.ofSeconds(30)));
        assertThat(resource.run(7).perMinute()).isEqualTo(100);
        assertThat(resource.run(7).secondsLeft()).as("200 wait").isEqualTo(120);
    }

    @Test
    void tokensAreSentAgainOnlyWhenThatIsSaid() {
        assertThat(resource.mail(7, false)).isEqualTo(new MailedTokens(1, 2, 0));
        assertThat(resource.mail(7, true)).isEqualTo(new MailedTokens(3, 0, 0));
    }

    private static BulkRunsResource.Wanted wanted(String kind, @Nullable String cause) {
        BulkRunsResource.Wanted wanted = new BulkRunsResource.Wanted();
        wanted.kind = kind;
        wanted.cause = cause;
        wanted.reason = "branch closed";
        return wanted;
    }

    /** Keeps what was ordered; its one run revokes, and 200 wait for their turn. */
    private final class Runs extends BulkService {
        @Override
        public long plan(BulkOrder order) {
            ordered.add(order);
            return 7;
        }

        @Override
        public BulkRunRow run(long run) {
            BulkTerms terms =
                    new BulkTerms(BulkKind.REVOKE, Optional.of(RevocationCause.LEFT), "*", "branch closed", "ada", NOW);
            return new BulkRunRow(run, terms, BulkState.RUNNING, NOW, Map.of(BulkItemState.WAITING, 200L), 0, pace);
        }
    }
}
