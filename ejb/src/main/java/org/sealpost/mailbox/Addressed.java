package org.sealpost.mailbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sealpost.crypto.Capabilities;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.mailbox.AddressBook.Named;
import org.sealpost.mailbox.Standings.Standing;
import org.sealpost.mime.Address;
import org.sealpost.model.JobRecipient;
import org.sealpost.model.MailboxId;
import org.sealpost.model.RecipientPart;
import org.sealpost.sending.RecipientStatus;

/**
 * A draft's recipients, groups expanded, each person once: who is in To and in Bcc is no secret and gets the copy that
 * everybody gets.
 *
 * @param standings of the sender and of everybody
 */
record Addressed(
        DirectoryEntry sender, List<Named> to, List<Named> cc, List<Named> bcc, Map<MailboxId, Standing> standings) {

    /** What the directory does not know, as it was typed. */
    List<String> unknown() {
        return Stream.of(to, cc, bcc)
                .flatMap(Collection::stream)
                .filter(one -> one.entry().isEmpty())
                .map(Named::typed)
                .toList();
    }

    RecipientStatus senderStatus() {
        return standing(sender).status();
    }

    /** Everybody's status by address, in the order of the message. */
    Map<String, RecipientStatus> statuses() {
        Map<String, RecipientStatus> statuses = new LinkedHashMap<>();
        everybody()
                .values()
                .forEach(one -> statuses.put(
                        one.entry().address(), standing(one.entry()).status()));
        return statuses;
    }

    /** The recipients with these addresses, for the job. */
    List<JobRecipient> recipients(Collection<String> addresses) {
        Set<String> kept = new LinkedHashSet<>(addresses);
        return everybody().values().stream()
                .filter(one -> kept.contains(one.entry().address()))
                .map(Placed::recipient)
                .toList();
    }

    /**
     * What those read who share a copy: one copy for To, Cc and the sender, and one for each blind recipient.
     *
     * @param recipients enabled ones
     */
    List<Map<String, Capabilities>> copies(List<JobRecipient> recipients) {
        List<Map<String, Capabilities>> copies = new ArrayList<>();
        Map<String, Capabilities> shared = new LinkedHashMap<>();
        for (JobRecipient one : recipients) {
            Map<String, Capabilities> copy = one.blind() ? new LinkedHashMap<>() : shared;
            reads(one.id()).ifPresent(reads -> copy.put(one.address(), reads));
            if (one.blind()) {
                copies.add(copy);
            }
        }
        reads(sender.id()).ifPresent(reads -> shared.put(sender.address(), reads));
        copies.add(shared);
        return copies;
    }

    /** A header field: people that are kept, and groups under their own address. */
    static List<Address> header(List<Named> field, Collection<String> kept) {
        return field.stream()
                .filter(one -> one.group() || kept.contains(one.typed()))
                .flatMap(one -> one.entry().stream())
                .map(entry -> Address.of(entry.displayName(), entry.address()))
                .toList();
    }

    private Map<MailboxId, Placed> everybody() {
        Map<MailboxId, Placed> everybody = new LinkedHashMap<>();
        place(to, RecipientPart.TO, everybody);
        place(cc, RecipientPart.CC, everybody);
        place(bcc, RecipientPart.BCC, everybody);
        return everybody;
    }

    private static void place(List<Named> field, RecipientPart part, Map<MailboxId, Placed> everybody) {
        field.stream()
                .flatMap(one -> one.people().stream())
                .forEach(entry -> everybody.putIfAbsent(entry.id(), new Placed(entry, part)));
    }

    private Standing standing(DirectoryEntry entry) {
        return Objects.requireNonNull(standings.get(entry.id()), "looked up with the others");
    }

    private Optional<Capabilities> reads(MailboxId id) {
        return Optional.ofNullable(standings.get(id)).flatMap(Standing::reads);
    }

    private record Placed(DirectoryEntry entry, RecipientPart part) {
        JobRecipient recipient() {
            return new JobRecipient(entry.id().value(), entry.address(), entry.displayName(), part);
        }
    }
}
