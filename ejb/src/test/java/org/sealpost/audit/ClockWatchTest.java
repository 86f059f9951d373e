package org.sealpost.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.TestClock;
import org.sealpost.model.Act;
import org.sealpost.model.AuditQuery;
import org.sealpost.model.AuditRepository;

class ClockWatchTest {
    private final TestClock clock = new TestClock();
    private final Assembly assembly = KeyManagers.assembly(clock, "system");
    private final ClockWatch watch = assembly.get(ClockWatch.class);

    @AfterEach
    void close() {
        assembly.close();
    }

    @Test
    void aClockThatGoesOnIsRight() {
        look();
        clock.pass(Duration.ofDays(300));
        look();
        assertThatCode(watch::require).doesNotThrowAnyException();
        assertThat(acts()).isEmpty();
    }

    @Test
    void aClockThatIsDisciplinedMayGoBackALittle() {
        look();
        clock.pass(ClockWatch.TOLERANCE.negated());
        look();
        assertThatCode(watch::require).doesNotThrowAnyException();
        assertThat(acts()).isEmpty();
    }

    @Test
    void aClockThatWasSetBackIsRecordedOnceAndNothingIsDatedByIt() {
        look();
        clock.pass(Duration.ofHours(-3));
        look();
        look();
        assertThat(acts()).containsExactly(Act.CLOCK_SET_BACK);
        assertThatThrownBy(watch::require).isInstanceOfSatisfying(ClockSetBack.class, e -> assertThat(e.arguments())
                .isEqualTo(List.of(180L)));
    }

    @Test
    void onceItHasCaughtUpEverythingGoesOnAndTheNextTimeIsRecordedAnew() {
        look();
        clock.pass(Duration.ofHours(-1));
        look();
        clock.pass(Duration.ofHours(1));
        look();
        assertThatCode(watch::require).doesNotThrowAnyException();
        clock.pass(Duration.ofHours(-1));
        look();
        assertThat(acts()).containsExactly(Act.CLOCK_SET_BACK, Act.CLOCK_SET_BACK);
    }

    private void look() {
        assembly.run(watch::look);
    }

    private List<Act> acts() {
        return assembly.get(AuditRepository.class).page(AuditQuery.ALL, Optional.empty(), 5).rows().stream()
                .map(entry -> entry.said().act())
                .toList();
    }
}
