package org.sealpost.moving;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sealpost.directory.Directory;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.model.MailboxId;
import org.sealpost.recovery.OfficersService;

/** The directory that two organisations share, as far as one of them sees it: whoever moves keeps the id. */
final class Residents extends Directory {
    private static final List<String> OFFICERS = List.of("officer1", "officer2", "officer3");

    private final String domain;
    private final Set<String> people = new HashSet<>(OFFICERS);

    Residents(String domain) {
        this.domain = domain;
        people.addAll(List.of("admin", "alice", "bob", "carol"));
    }

    /** The directory here has that person no longer. */
    void lose(String name) {
        people.remove(name);
    }

    static MailboxId id(String name) {
        return new MailboxId("id-" + name);
    }

    String address(String name) {
        return name + "@" + domain;
    }

    @Override
    public Optional<DirectoryEntry> byLogin(String login) {
        return people.contains(login)
                ? Optional.of(new DirectoryEntry(id(login), address(login), "The " + login, login, "Sales", false))
                : Optional.empty();
    }

    @Override
    public Optional<DirectoryEntry> byAddress(String address) {
        return address.endsWith("@" + domain) ? byLogin(address.substring(0, address.indexOf('@'))) : Optional.empty();
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
        return OFFICERS.stream()
                .flatMap(name -> byLogin(name).stream())
                .filter(person -> roles(person.id()).contains(role))
                .toList();
    }
}
