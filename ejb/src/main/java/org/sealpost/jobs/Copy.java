package org.sealpost.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sealpost.model.JobRecipient;
import org.sealpost.model.MailboxId;

/**
 * Those who share one copy of a message, octet for octet.
 *
 * @param sender whether the copy in the sender's Sent folder is this one
 * @param recipients who get it in their Inbox
 */
record Copy(boolean sender, List<JobRecipient> recipients) {
    Copy {
        recipients = List.copyOf(recipients);
    }

    /** Unencrypted, one copy serves everybody: nothing in it tells who has it. */
    static List<Copy> together(List<JobRecipient> recipients) {
        return List.of(new Copy(true, once(recipients)));
    }

    /**
     * Encrypted, a copy shows everybody whom it is encrypted to. So there is one for the sender and the recipients that
     * the header names, and one more for each blind recipient alone.
     */
    static List<Copy> apart(List<JobRecipient> recipients) {
        List<JobRecipient> all = once(recipients);
        List<Copy> copies = new ArrayList<>();
        copies.add(new Copy(true, all.stream().filter(one -> !one.blind()).toList()));
        all.stream().filter(JobRecipient::blind).forEach(one -> copies.add(new Copy(false, List.of(one))));
        return copies;
    }

    /** Whoever is named openly and blindly, or twice, gets the message once, openly. */
    private static List<JobRecipient> once(List<JobRecipient> recipients) {
        Map<MailboxId, JobRecipient> byMailbox = new LinkedHashMap<>();
        Stream.concat(
                        recipients.stream().filter(one -> !one.blind()),
                        recipients.stream().filter(JobRecipient::blind))
                .forEach(one -> byMailbox.putIfAbsent(one.id(), one));
        return List.copyOf(byMailbox.values());
    }
}
