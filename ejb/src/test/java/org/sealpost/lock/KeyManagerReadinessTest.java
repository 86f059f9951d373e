package org.sealpost.lock;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyManagerReadinessTest {
    @ParameterizedTest
    @CsvSource({
        "NOT_SET_UP, DOWN, The Key Manager is not set up; an administrator has to open the set-up page.",
        "LOCKED, DOWN, The Key Manager is locked; an administrator has to give the start-up password.",
        "RUNNING, UP, The Key Manager is running.",
        "STOPPED, UP, The Key Manager was stopped by an administrator; mail goes on."
    })
    void readyWhileMailCanBeSealedAndDelivered(KeyManagerState state, Status status, String reason) {
        KeyManagerReadiness readiness = new KeyManagerReadiness();
        readiness.ring = new KeyRing() {
            @Override
            public KeyManagerState state() {
                return state;
            }
        };
        HealthCheckResponse answer = readiness.call();
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getData().orElseThrow())
                .containsEntry("state", state.name())
                .containsEntry("reason", reason);
    }
}
