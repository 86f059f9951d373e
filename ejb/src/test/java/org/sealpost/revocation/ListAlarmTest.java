package org.sealpost.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever watches the server hears of a missing list before clients do. */
class ListAlarmTest {
    private final Bureau bureau = new Bureau();
    private final RevocationListReadiness readiness = bureau.assembly.get(RevocationListReadiness.class);

    @AfterEach
    void close() {
        bureau.close();
    }

    @Test
    void beforeTheFirstListNothingIsWrong() {
        assertThat(answer().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void theAlarmComesHoursBeforeTheListRunsOutAndEndsWithTheNextOne() {
        bureau.publisher.renew();
        assertThat(data()).containsEntry("age", "FRESH");
        bureau.lock.stop();
        bureau.clock.pass(Duration.ofHours(17));
        assertThat(answer().getStatus()).isEqualTo(Status.UP);
        assertThat(data()).containsEntry("age", "LATE");
        assertThat(String.valueOf(data().get("reason"))).contains("runs out in 7 hours");
        bureau.clock.pass(Duration.ofHours(7));
        assertThat(answer().getStatus()).isEqualTo(Status.DOWN);
        assertThat(data()).containsEntry("age", "OVERDUE");
        bureau.start();
        bureau.publisher.renew();
        assertThat(answer().getStatus()).isEqualTo(Status.UP);
    }

    private HealthCheckResponse answer() {
        return bureau.assembly.inTransaction(readiness::call);
    }

    private Map<String, Object> data() {
        return answer().getData().orElseThrow();
    }
}
