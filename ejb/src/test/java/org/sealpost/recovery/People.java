package org.sealpost.recovery;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sealpost.directory.Directory;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.model.MailboxId;

/** A directory of an administrator, a user and five people with the role of an officer. */
class People extends Directory {
    private static final List<String> ALL =
            List.of("admin", "alice", "officer1", "officer2", "officer3", "officer4", "officer5");

    static DirectoryEntry entry(String name) {
        return new DirectoryEntry(
                new MailboxId("id-" + name), name + "@corp.example", "The " + name, name, "Sales", false);
    }

    @Override
    public Optional<DirectoryEntry> byLogin(String login) {
        return ALL.contains(login) ? Optional.of(entry(login)) : Optional.empty();
    }

    @Override
    public Optional<DirectoryEntry> byId(MailboxId id) {
        return byLogin(id.value().replace("id-", ""));
    }

    @Override
    public Set<String> roles(MailboxId person) {
        return person.value().startsWith("id-officer") ? Set.of(OfficersService.ROLE) : Set.of();
    }

    @Override
    public List<DirectoryEntry> holders(String role) {
        return ALL.stream()
                .map(People::entry)
                .filter(person -> roles(person.id()).contains(role))
                .toList();
    }
}
