package org.sealpost.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class DirectoryReadinessTest {
    @Test
    void anonymousCallersDoNotReachTheDirectoryEachTime() throws Exception {
        AtomicInteger searches = new AtomicInteger();
        InMemoryOperationInterceptor counting = new InMemoryOperationInterceptor() {
            @Override
            public void processSearchRequest(InMemoryInterceptedSearchRequest request) {
                searches.incrementAndGet();
            }
        };
        try (TestDirectory directory = TestDirectory.of(Map.of(), TestDirectory.entries(List.of()), counting)) {
            DirectoryReadiness readiness = readiness(directory);
            for (int caller = 0; caller < 100; caller++) {
                assertThat(readiness.call().getStatus()).isEqualTo(Status.UP);
            }
            assertThat(searches).hasValue(1);
            directory.clock.pass(Duration.ofSeconds(6));
            readiness.call();
            assertThat(searches).hasValue(2);
        }
    }

    @Test
    void aDirectoryThatIsGoneIsNamedWithItsReason() throws Exception {
        TestDirectory directory = TestDirectory.sample();
        DirectoryReadiness readiness = readiness(directory);
        assertThat(readiness.call().getStatus()).isEqualTo(Status.UP);
        directory.close();
        directory.clock.pass(Duration.ofSeconds(6));
        assertThat(readiness.call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(readiness.call().getData().orElseThrow().get("reason"))
                .asString()
                .startsWith("The directory does not answer (");
    }

    private static DirectoryReadiness readiness(TestDirectory directory) {
        DirectoryReadiness readiness = new DirectoryReadiness();
        readiness.directory = directory.directory();
        readiness.clock = directory.clock;
        return readiness;
    }
}
