package org.sealpost.jobs;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Takes jobs off the queue, two at a time: each one's message is in memory as a whole while it is sealed. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = JobQueue.JOBS),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2")
        })
@PermitAll
public class EncryptionJobConsumer implements MessageListener {
    @Inject
    JobRunner runner;

    @Override
    public void onMessage(Message message) {
        runner.run(JobQueue.job(message));
    }
}
