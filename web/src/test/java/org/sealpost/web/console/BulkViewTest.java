package org.sealpost.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.bulk.BulkItemQuery;
import org.sealpost.bulk.BulkItemRow;
import org.sealpost.bulk.BulkPace;
import org.sealpost.bulk.BulkRunRow;
import org.sealpost.bulk.BulkService;
import org.sealpost.model.BulkItemState;
import org.sealpost.model.BulkKind;
import org.sealpost.model.BulkState;
import org.sealpost.model.BulkTerms;
import org.sealpost.model.Page;
import org.sealpost.web.Texts;

class BulkViewTest {
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final BulkTerms TERMS =
            new BulkTerms(BulkKind.ENABLE, Optional.empty(), "*", "new branch", "ada", NOW);

    private final BulkView view = new BulkView();
    private BulkState state = BulkState.RUNNING;
    private long waiting = 300;
    private Optional<BulkPace> pace = Optional.empty();

    @BeforeEach
    void open() {
        view.texts = new Texts() {
            @Override
            public String of(String key, Object... arguments) {
                return key + Arrays.toString(arguments);
            }
        };
        view.bulk = new BulkService() {
            @Override
            public Page<BulkItemRow> items(BulkItemQuery query) {
                return new Page<>(List.of(), Optional.empty());
            }

            @Override
            public BulkRunRow run(long run) {
                return new BulkRunRow(run, TERMS, state, NOW, Map.of(BulkItemState.WAITING, waiting), 0, pace);
            }
        };
    }

    @Test
    void nothingIsToldWhileNoRunIsOpen() {
        assertThat(view.getPace()).isEmpty();
    }

    @Test
    void itSaysThatItDoesNotKnowYet() {
        view.show(7);
        assertThat(view.getPace()).isEqualTo("bulk.pace.unknown[]");
    }

    @ParameterizedTest(name = "{0} waiting at {1} a minute: {2} minutes")
    @CsvSource({"300, 100, 3", "301, 100, 4", "1, 100, 1", "100, 100, 1", "0, 100, 0"})
    void theRemainingMinutesAreRoundedUp(long left, long perMinute, long minutes) {
        waiting = left;
        pace = Optional.of(new BulkPace(perMinute, Duration.ofMinutes(1)));
        view.show(7);
        assertThat(view.getPace()).isEqualTo("bulk.pace[" + perMinute + ", " + minutes + "]");
    }

    @ParameterizedTest
    @EnumSource(value = BulkState.class, mode = EnumSource.Mode.EXCLUDE, names = "RUNNING")
    void aRunThatIsNotUnderWayHasNone(BulkState other) {
        state = other;
        view.show(7);
        assertThat(view.getPace()).isEmpty();
    }
}
