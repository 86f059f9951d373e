package org.sealpost.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.model.BulkItemState;
import org.sealpost.model.BulkState;
import org.sealpost.model.BulkVerb;

class BulkPaceTest {
    @ParameterizedTest(name = "{0} turns in {1} s: {2} a minute, {3} s for 300 more")
    @CsvSource({
        "0,    60,  unknown, 0",
        "9,    60,  unknown, 0",
        "10,   60,  10,      1800",
        "100,  9,   unknown, 0",
        "100,  10,  600,     30",
        "50,   300, 10,      1800",
        "1000, 30,  2000,    9",
        "10,   300, 2,       9000",
    })
    void theRateIsToldOnceEnoughWasDone(long turns, long seconds, String perMinute, long left) {
        Optional<BulkPace> pace = BulkPace.of(turns, Duration.ofSeconds(seconds));
        if (perMinute.equals("unknown")) {
            assertThat(pace).isEmpty();
        } else {
            assertThat(pace.orElseThrow().perMinute()).isEqualTo(Long.parseLong(perMinute));
            assertThat(pace.orElseThrow().timeFor(300)).isEqualTo(Duration.ofSeconds(left));
        }
    }

    @Test
    void nothingIsLeftWhenNobodyWaits() {
        assertThat(new BulkPace(10, Duration.ofMinutes(1)).timeFor(0)).isZero();
    }

    /** Each turn takes a second: twenty are done, then somebody pauses. */
    @Test
    void aRunTellsItsRateOnlyWhileItIsUnderWay() {
        try (BulkOffice office = new BulkOffice(40)) {
            long run = office.started(BulkOffice.enabling());
            assertThat(office.row(run).pace()).as("nothing was done yet").isEmpty();
            office.pausingAfter(run, 20, Duration.ofSeconds(1));
            office.work();
            assertThat(office.row(run).state()).isEqualTo(BulkState.PAUSED);
            assertThat(office.row(run).pace()).isEmpty();
            assertThat(office.row(run).count(BulkItemState.WAITING)).isEqualTo(20);
        }
    }

    @Test
    void whatWasDoneBeforeAPauseCountsNoLonger() {
        try (BulkOffice office = new BulkOffice(60)) {
            long run = office.started(BulkOffice.enabling());
            office.pausingAfter(run, 20, Duration.ofSeconds(1));
            office.work();
            office.clock.pass(Duration.ofHours(3));
            office.steer(run, BulkVerb.RESUME);
            assertThat(office.row(run).left()).as("after the pause").isEmpty();
            office.dyingAfter(20, Duration.ofSeconds(3));
            BulkOffice.untilDeath(office::work);
            assertThat(office.row(run).pace()).contains(new BulkPace(20, Duration.ofSeconds(60)));
            assertThat(office.row(run).left()).contains(Duration.ofSeconds(60));
        }
    }

    @Test
    void whatHasStoodStillForLongIsUnknownAgain() {
        try (BulkOffice office = new BulkOffice(60)) {
            long run = office.started(BulkOffice.enabling());
            office.dyingAfter(20, Duration.ofSeconds(1));
            BulkOffice.untilDeath(office::work);
            assertThat(office.row(run).pace()).contains(new BulkPace(20, Duration.ofSeconds(20)));
            office.clock.pass(BulkPace.WINDOW.plusSeconds(1));
            assertThat(office.row(run).pace()).isEmpty();
        }
    }
}
