package org.sealpost.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import org.sealpost.model.MailboxId;

/**
 * The door for messages to be delivered. Two clicks on Send carry one draft key and make one job, even when they arrive
 * at the same moment.
 */
@ApplicationScoped
public class JobSubmission {
    @Inject
    JobEntry entry;

    /** The job that an earlier click on Send made of the draft: nothing has to be signed again for it. */
    public Optional<Long> earlier(MailboxId sender, String draftKey) {
        return entry.earlier(sender, draftKey);
    }

    /**
     * Makes the job, puts its number on the queue and audits the send, all in one transaction of its own. To be called
     * outside of any transaction: the second of two simultaneous clicks ends in a roll-back before its answer.
     *
     * @return the job's number, or the earlier job's when there was one for the draft
     * @throws org.sealpost.lock.KeyManagerUnavailable when the message is to be encrypted before the Key Manager was
     *     set up
     */
    public long submit(Submission submission) {
        try {
            return entry.enter(submission);
        } catch (PersistenceException collision) {
            return earlier(submission.terms().sender().id(), submission.terms().draftKey())
                    .orElseThrow(() -> collision);
        }
    }
}
