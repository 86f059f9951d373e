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
     * the header names, and one more for each blind recipient alone. The first falls apart by kind of key where somebody
     * reads with another program: NSS 3.87 refuses a whole message for one recipient's EC key beside its own RSA key.
     *
     * @param readers what is known of the sender and of everybody
     */
    static List<Copy> apart(MailboxId sender, List<JobRecipient> recipients, Map<MailboxId, Reader> readers) {
        List<JobRecipient> all = once(recipients);
        List<JobRecipient> named = all.stream().filter(one -> !one.blind()).toList();
        List<Copy> copies = new ArrayList<>();
        if (Stream.concat(Stream.of(sender), named.stream().map(JobRecipient::id))
                .anyMatch(one -> reader(one, readers).elsewhere())) {
            copies.addAll(byKeys(reader(sender, readers).keyAlgorithm(), named, readers));
        } else {
            copies.add(new Copy(true, named));
        }
        all.stream().filter(JobRecipient::blind).forEach(one -> copies.add(new Copy(false, List.of(one))));
        return copies;
    }

    /** The sender's own copy goes with those who have the same kind of key, or stands alone. */
    private static List<Copy> byKeys(String senders, List<JobRecipient> named, Map<MailboxId, Reader> readers) {
        Map<String, List<JobRecipient>> groups = new LinkedHashMap<>();
        groups.put(senders, new ArrayList<>());
        named.forEach(
                one -> groups.computeIfAbsent(reader(one.id(), readers).keyAlgorithm(), algorithm -> new ArrayList<>())
                        .add(one));
        return groups.entrySet().stream()
                .map(group -> new Copy(group.getKey().equals(senders), group.getValue()))
                .toList();
    }

    private static Reader reader(MailboxId mailbox, Map<MailboxId, Reader> readers) {
        Reader known = readers.get(mailbox);
        if (known == null) {
            throw new IllegalStateException("nothing is known about " + mailbox);
        }
        return known;
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
