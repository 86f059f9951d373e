package org.sealpost.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.Passphrase;
import org.sealpost.lock.KeyManagerService;
import org.sealpost.lock.KeyManagerState;
import org.sealpost.lock.KeyManagerStatus;
import org.sealpost.lock.ServiceStanding;
import org.sealpost.lock.ServiceStanding.Role;
import org.sealpost.web.api.KeyManagerResource.StartUpPassword;

class KeyManagerResourceTest {
    private static final Instant SINCE = Instant.parse("2026-11-24T10:00:00Z");

    private final KeyManagerResource resource = new KeyManagerResource();
    private final List<String> done = new ArrayList<>();
    private final List<Passphrase> given = new ArrayList<>();
    private KeyManagerState state = KeyManagerState.LOCKED;

    @BeforeEach
    void open() {
        resource.keyManager = new Service();
    }

    @Test
    void theStateIsToldWithSinceWhenAndWhose() {
        assertThat(resource.state()).isEqualTo(new KeyManagerResource.State("LOCKED", SINCE, "Sealpost Sample", "JDK"));
    }

    @Test
    void everyVerbAnswersWithTheStateThatItMade() {
        StartUpPassword password = new StartUpPassword("correct horse battery");
        assertThat(resource.unlock(password).state()).isEqualTo("RUNNING");
        assertThat(resource.stop().state()).isEqualTo("STOPPED");
        assertThat(resource.start(password).state()).isEqualTo("RUNNING");
        assertThat(done).containsExactly("unlock correct horse battery", "stop", "start correct horse battery");
    }

    @Test
    void theServiceIsToldAndHandedOver() {
        assertThat(resource.service().holder()).isEqualTo("first");
        assertThat(resource.handOver().state()).isEqualTo("PASSIVE");
        assertThat(done).containsExactly("hand over");
    }

    @Test
    void aPasswordIsWipedWhenItWasUsedAndNeverWrittenDown() {
        StartUpPassword password = new StartUpPassword("correct horse battery");
        resource.unlock(password);
        assertThat(given).hasSize(1).allSatisfy(used -> assertThatThrownBy(used::expose)
                .isInstanceOf(IllegalStateException.class));
        assertThat(password).hasToString("***");
    }

    @Test
    void withoutAPasswordNothingIsTried() {
        assertThatThrownBy(() -> resource.unlock(null)).isNotNull();
        assertThatThrownBy(() -> resource.start(new StartUpPassword(null))).isNotNull();
        assertThat(done).isEmpty();
    }

    private final class Service extends KeyManagerService {
        @Override
        public KeyManagerStatus status() {
            return new KeyManagerStatus(state, SINCE, Optional.of("Sealpost Sample"), "JDK");
        }

        @Override
        public ServiceStanding standing() {
            return new ServiceStanding(Role.PASSIVE, "first", "https://first.example", 7, SINCE, "second");
        }

        @Override
        public void handOver() {
            done.add("hand over");
            state = KeyManagerState.PASSIVE;
        }

        @Override
        public void unlock(Passphrase password) {
            tried("unlock", password);
        }

        @Override
        public void start(Passphrase password) {
            tried("start", password);
        }

        @Override
        public void stop() {
            done.add("stop");
            state = KeyManagerState.STOPPED;
        }

        private void tried(String verb, Passphrase password) {
            done.add(verb + " " + new String(password.expose()));
            given.add(password);
            state = KeyManagerState.RUNNING;
        }
    }
}
