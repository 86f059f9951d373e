package org.sealpost.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sealpost.contact.Contacts;
import org.sealpost.directory.Directory;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.directory.GroupMembers;
import org.sealpost.mime.Address;
import org.sealpost.mime.InvalidAddress;
import org.sealpost.model.MailboxId;

/**
 * Who is meant by what stands in a recipient field: the directory first, then the sender's own contacts. Asks the
 * directory, so not inside a transaction.
 */
@ApplicationScoped
class AddressBook {
    @Inject
    Directory directory;

    @Inject
    Contacts contacts;

    /**
     * One entry of a recipient field.
     *
     * @param typed as it stands in the field
     * @param entry the person, contact or group; empty when neither the directory nor the contacts know it
     * @param people the person, or everybody in the group
     * @param without names of a group's members that have no mailbox
     */
    record Named(String typed, Optional<DirectoryEntry> entry, List<DirectoryEntry> people, List<String> without) {
        Named {
            people = List.copyOf(people);
            without = List.copyOf(without);
        }

        boolean group() {
            return entry.filter(DirectoryEntry::group).isPresent();
        }
    }

    /**
     * Looks up what was typed: an address, alone or behind a name.
     *
     * @param owner whose contacts count
     */
    Named named(MailboxId owner, String typed) {
        return named(typed, address -> contacts.byAddress(owner, address));
    }

    /** The same by what counts for everybody: the directory, and partners outside who have a certificate of ours. */
    Named named(String typed) {
        return named(typed, contacts::partner);
    }

    private Named named(String typed, Function<String, Optional<DirectoryEntry>> otherwise) {
        return address(typed)
                .flatMap(address -> directory.byAddress(address).or(() -> otherwise.apply(address)))
                .map(this::named)
                .orElseGet(() -> new Named(typed.strip(), Optional.empty(), List.of(), List.of()));
    }

    /** People and groups that begin with the text, and contacts of the owner as far as there is room left. */
    List<Named> beginning(MailboxId owner, String text, int limit) {
        List<DirectoryEntry> found = directory.search(text, limit);
        return Stream.concat(found.stream(), contacts.beginning(owner, text, limit).stream())
                .limit(limit)
                .map(this::named)
                .toList();
    }

    private Named named(DirectoryEntry entry) {
        if (!entry.group()) {
            return new Named(entry.address(), Optional.of(entry), List.of(entry), List.of());
        }
        List<DirectoryEntry> nobody = List.of();
        GroupMembers group =
                directory.expandGroup(entry.address()).orElseGet(() -> new GroupMembers(entry, nobody, List.of()));
        return new Named(entry.address(), Optional.of(entry), group.people(), group.without());
    }

    private static Optional<String> address(String typed) {
        try {
            return Optional.of(Address.parse(typed).spec());
        } catch (InvalidAddress e) {
            return Optional.empty();
        }
    }
}
