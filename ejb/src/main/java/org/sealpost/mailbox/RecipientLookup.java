package org.sealpost.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.mailbox.AddressBook.Named;
import org.sealpost.mailbox.Standings.Standing;
import org.sealpost.model.MailboxId;
import org.sealpost.sending.RecipientStatus;

/**
 * Recipients with their status: the directory and the sender's contacts say who they are, the Key Manager's records and
 * the confirmed certificates of contacts whether mail can be sealed to them. To be called outside of every transaction.
 */
@ApplicationScoped
class RecipientLookup {
    @Inject
    AddressBook book;

    @Inject
    Standings standings;

    /** Everybody a draft goes to. */
    Addressed addressed(DirectoryEntry sender, Draft draft) {
        List<Named> to = named(sender.id(), draft.to());
        List<Named> cc = named(sender.id(), draft.cc());
        List<Named> bcc = named(sender.id(), draft.bcc());
        Stream<Named> all = Stream.of(to, cc, bcc).flatMap(Collection::stream);
        return new Addressed(sender, to, cc, bcc, standings.of(ids(sender, all)));
    }

    /** What was typed, as the compose form of the sender shows it. */
    List<Recipient> recipients(MailboxId sender, List<String> typed) {
        return shown(named(sender, typed));
    }

    /** People, groups and contacts of the sender that begin with the text. */
    List<Recipient> complete(MailboxId sender, String text, int limit) {
        return shown(book.beginning(sender, text, limit));
    }

    private List<Named> named(MailboxId sender, List<String> typed) {
        return typed.stream()
                .filter(text -> !text.isBlank())
                .distinct()
                .map(text -> book.named(sender, text))
                .toList();
    }

    private List<Recipient> shown(List<Named> field) {
        List<MailboxId> ids = field.stream()
                .flatMap(one -> one.people().stream())
                .map(DirectoryEntry::id)
                .distinct()
                .toList();
        Map<MailboxId, Standing> found = standings.of(ids);
        return field.stream().map(one -> shown(one, found)).toList();
    }

    private static Recipient shown(Named one, Map<MailboxId, Standing> found) {
        if (one.entry().isEmpty()) {
            return nobody(one.typed());
        }
        DirectoryEntry entry = one.entry().get();
        if (!entry.group()) {
            return person(entry, found);
        }
        List<Recipient> members = Stream.concat(
                        one.people().stream().map(person -> person(person, found)),
                        one.without().stream().map(RecipientLookup::nobody))
                .toList();
        return new Recipient(entry.address(), entry.displayName(), whole(members), members);
    }

    /** A group is enabled when all of its members are. */
    private static RecipientStatus whole(List<Recipient> members) {
        boolean all = !members.isEmpty()
                && members.stream().allMatch(one -> one.status().enabled());
        return all ? RecipientStatus.ENABLED : RecipientStatus.NOT_ENABLED;
    }

    private static Recipient person(DirectoryEntry entry, Map<MailboxId, Standing> found) {
        Standing standing = Objects.requireNonNull(found.get(entry.id()), "looked up with the others");
        return new Recipient(entry.address(), entry.displayName(), standing.status(), List.of());
    }

    private static Recipient nobody(String name) {
        return new Recipient(name, name, RecipientStatus.UNKNOWN, List.of());
    }

    private static List<MailboxId> ids(DirectoryEntry sender, Stream<Named> named) {
        return Stream.concat(Stream.of(sender), named.flatMap(one -> one.people().stream()))
                .map(DirectoryEntry::id)
                .distinct()
                .toList();
    }
}
