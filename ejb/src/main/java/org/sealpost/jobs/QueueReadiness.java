package org.sealpost.jobs;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import java.time.Clock;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.sealpost.health.Answer;
import org.sealpost.health.RecentAnswer;

/** Without the queue of jobs nothing can be sent; what was sent before is not lost. */
@Readiness
@ApplicationScoped
public class QueueReadiness implements HealthCheck {
    private static final String NAME = "queue";

    @Resource(lookup = "java:/JmsXA")
    ConnectionFactory connections;

    @Resource(lookup = JobQueue.JOBS)
    Queue queue;

    @Inject
    Clock clock;

    private final RecentAnswer recent = new RecentAnswer(this::ask);

    @Override
    public HealthCheckResponse call() {
        return recent.at(clock);
    }

    /** Opening a look into the queue asks the broker for it; nothing is taken out. */
    private HealthCheckResponse ask() {
        try (JMSContext context = connections.createContext();
                QueueBrowser opened = context.createBrowser(queue)) {
            return Answer.up(NAME, "The queue of jobs answers.");
        } catch (JMSException | JMSRuntimeException e) {
            return Answer.down(NAME, "The queue of jobs does not answer; the server's log says why.");
        }
    }
}
