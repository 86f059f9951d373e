package org.sealpost.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sealpost.model.JobReason;
import org.sealpost.model.JobState;

/**
 * A line of the Jobs page.
 *
 * @param sender address of the sender
 * @param subject of the outer header
 * @param recipients addresses; blind ones only for the sender
 * @param reason why it waits, is held or failed; its code is the key of a text
 * @param sentAt when Send was clicked
 * @param since when it came to its state
 * @param size octets of the message
 * @param choices what the caller can do about it now
 */
public record JobRow(
        long id,
        String sender,
        String subject,
        List<String> recipients,
        JobState state,
        Optional<JobReason> reason,
        Instant sentAt,
        Instant since,
        long size,
        boolean encrypts,
        Set<JobChoice> choices) {
    public JobRow {
        recipients = List.copyOf(recipients);
        choices = Set.copyOf(choices);
    }
}
