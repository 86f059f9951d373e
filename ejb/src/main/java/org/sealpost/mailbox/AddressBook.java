package org.sealpost.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.sealpost.directory.Directory;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.directory.GroupMembers;
import org.sealpost.mime.Address;
import org.sealpost.mime.InvalidAddress;

/** Who is meant by what stands in a recipient field. Asks the directory, so not inside a transaction. */
@ApplicationScoped
class AddressBook {
    @Inject
    Directory directory;

    /**
     * One entry of a recipient field.
     *
     * @param typed as it stands in the field
     * @param entry the person or group; empty when the directory does not know it
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

    /** Looks up what was typed: an address, alone or behind a name. */
    Named named(String typed) {
        return address(typed)
                .flatMap(directory::byAddress)
                .map(this::named)
                .orElseGet(() -> new Named(typed.strip(), Optional.empty(), List.of(), List.of()));
    }

    /** People and groups that begin with the text. */
    List<Named> beginning(String text, int limit) {
        return directory.search(text, limit).stream().map(this::named).toList();
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
