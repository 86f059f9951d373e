package org.sealpost.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.FormatPolicy;
import org.sealpost.crypto.Negotiation;
import org.sealpost.crypto.Negotiation.Shortfall;
import org.sealpost.jobs.SealingVerdict.InTheWay;
import org.sealpost.jobs.SealingVerdict.SealableCopy;
import org.sealpost.model.JobReason;
import org.sealpost.model.JobRecipient;
import org.sealpost.model.JobSender;
import org.sealpost.model.MailboxId;

/**
 * Decides whether a message can be sealed to everybody, and in which formats.
 *
 * @param policy what the organisation writes now
 * @param sender reads the own copy in Sent, and so counts like a recipient
 * @param signed whether the message carries a signature, which the historical formats need inside
 * @param readers each mailbox with an encryption certificate in force; whoever is missing cannot be sealed to
 */
record SealingCheck(FormatPolicy policy, JobSender sender, boolean signed, Map<MailboxId, Reader> readers) {

    SealingVerdict of(List<JobRecipient> recipients) {
        if (!readers.containsKey(sender.id())) {
            return new InTheWay(JobReasons.senderNotSealable(sender.address()), Set.of());
        }
        List<JobRecipient> without = recipients.stream()
                .filter(one -> !readers.containsKey(one.id()))
                .toList();
        if (!without.isEmpty()) {
            return inTheWay(JobReasons.notSealable(addresses(without)), without, recipients);
        }
        return negotiate(recipients);
    }

    private SealingVerdict negotiate(List<JobRecipient> recipients) {
        List<SealableCopy> sealable = new ArrayList<>();
        List<Shortfall> shortfalls = new ArrayList<>();
        for (Copy copy : Copy.apart(sender.id(), recipients, readers)) {
            Negotiation outcome = policy.negotiate(reads(copy));
            if (outcome instanceof Negotiation.Agreed agreed) {
                sealable.add(new SealableCopy(copy, agreed.format()));
            } else if (outcome instanceof Negotiation.Refused refused) {
                shortfalls.addAll(refused.shortfalls());
            }
        }
        if (!shortfalls.isEmpty()) {
            return refused(shortfalls, recipients);
        }
        return sealable.stream()
                .map(SealableCopy::format)
                .filter(format -> format.historical() && !signed)
                .findFirst()
                .<SealingVerdict>map(this::unsigned)
                .orElseGet(() -> new SealingVerdict.Sealable(sealable));
    }

    private Map<String, Capabilities> reads(Copy copy) {
        Map<String, Capabilities> reads = new LinkedHashMap<>();
        copy.recipients().forEach(one -> reads.put(one.address(), reads(one.id())));
        if (copy.sender()) {
            reads.put(sender.address(), reads(sender.id()));
        }
        return reads;
    }

    private SealingVerdict refused(List<Shortfall> shortfalls, List<JobRecipient> recipients) {
        JobReason reason = JobReasons.noCommonFormat(shortfalls);
        Set<String> lacking = shortfalls.stream().map(Shortfall::address).collect(Collectors.toSet());
        if (lacking.contains(sender.address())) {
            return new InTheWay(reason, Set.of());
        }
        List<JobRecipient> those = recipients.stream()
                .filter(one -> lacking.contains(one.address()))
                .toList();
        return inTheWay(reason, those, recipients);
    }

    private InTheWay unsigned(EncryptionFormat format) {
        return new InTheWay(JobReasons.signatureNeeded(format), Set.of());
    }

    private Capabilities reads(MailboxId mailbox) {
        Reader known = readers.get(mailbox);
        if (known == null) {
            throw new IllegalStateException("nothing is known about " + mailbox);
        }
        return known.reads();
    }

    /** A message to nobody is none: when all are in the way, removing them is no choice. */
    private static InTheWay inTheWay(JobReason reason, List<JobRecipient> those, List<JobRecipient> recipients) {
        Set<MailboxId> removable = those.stream().map(JobRecipient::id).collect(Collectors.toSet());
        boolean everybody = recipients.stream().map(JobRecipient::id).allMatch(removable::contains);
        return new InTheWay(reason, everybody ? Set.of() : removable);
    }

    private static List<String> addresses(List<JobRecipient> recipients) {
        return recipients.stream().map(JobRecipient::address).distinct().toList();
    }
}
