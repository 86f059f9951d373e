package org.sealpost.jobs;

import java.util.List;
import org.sealpost.mime.MessageSource;
import org.sealpost.model.JobRecipient;
import org.sealpost.model.JobTerms;

/**
 * A message handed over to be delivered.
 *
 * @param encrypts whether every copy is to be encrypted; the message then lies in the spool sealed to the spool key
 * @param recipients without the sender's own copy, at least one
 * @param message as it goes out but for the encryption: signed already if it is to be signed, and without a Bcc field
 */
public record Submission(JobTerms terms, boolean encrypts, List<JobRecipient> recipients, MessageSource message) {
    public Submission {
        recipients = List.copyOf(recipients);
    }
}
