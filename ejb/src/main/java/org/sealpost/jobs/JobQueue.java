package org.sealpost.jobs;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;

/** The queue of jobs: its messages carry a job's number and nothing else. */
@ApplicationScoped
class JobQueue {
    /** Where jobs wait for an attempt. */
    static final String JOBS = "java:/jms/queue/EncryptionJobs";

    /** Where the server puts the numbers of jobs whose attempts are used up. */
    static final String DEAD_JOBS = "java:/jms/queue/DeadEncryptionJobs";

    @Inject
    @JMSConnectionFactory("java:/JmsXA")
    JMSContext jms;

    @Resource(lookup = JOBS)
    Queue queue;

    /** Queues the job as part of the present transaction. A number that is queued twice does no harm. */
    void put(long job) {
        jms.createProducer().send(queue, Long.toString(job));
    }

    /** The number that a message carries. */
    static long job(Message message) {
        try {
            return Long.parseLong(message.getBody(String.class));
        } catch (JMSException e) {
            throw new JMSRuntimeException("a message of the job queue cannot be read", e.getErrorCode(), e);
        }
    }
}
