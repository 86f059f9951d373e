package org.sealpost.jobs;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Marks the jobs whose attempts are used up, so that people see them and can retry. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = JobQueue.DEAD_JOBS),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
@PermitAll
public class DeadJobConsumer implements MessageListener {
    @Inject
    JobRunner runner;

    @Override
    public void onMessage(Message message) {
        runner.giveUp(JobQueue.job(message));
    }
}
