package org.sealpost.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.QueueBrowser;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.assembly.TestClock;

/** The real broker is asked in the tests of the whole; here it is one that comes and goes. */
class QueueReadinessTest {
    private final TestClock clock = new TestClock();
    private final List<String> closed = new ArrayList<>();
    private final QueueReadiness readiness = new QueueReadiness();
    private boolean up = true;

    @BeforeEach
    void wire() {
        readiness.clock = clock;
        readiness.connections = stand(ConnectionFactory.class, (self, method, arguments) -> {
            if (!up) {
                throw new JMSRuntimeException("no broker");
            }
            return context();
        });
    }

    @Test
    void aQueueThatAnswersIsReadyAndNothingStaysOpen() {
        assertThat(readiness.call().getStatus()).isEqualTo(Status.UP);
        assertThat(closed).containsExactly("QueueBrowser", "JMSContext");
    }

    @Test
    void aQueueThatIsGoneIsNamedAndComesBack() {
        up = false;
        assertThat(readiness.call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(readiness.call().getData().orElseThrow().get("reason"))
                .isEqualTo("The queue of jobs does not answer; the server's log says why.");
        up = true;
        clock.pass(Duration.ofSeconds(2));
        assertThat(readiness.call().getStatus()).isEqualTo(Status.UP);
    }

    private JMSContext context() {
        QueueBrowser browser = stand(
                QueueBrowser.class,
                (self, method, arguments) ->
                        method.getName().equals("close") ? closed.add("QueueBrowser") : Collections.emptyEnumeration());
        return stand(
                JMSContext.class,
                (self, method, arguments) -> method.getName().equals("close") ? closed.add("JMSContext") : browser);
    }

    private static <T> T stand(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(QueueReadinessTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
