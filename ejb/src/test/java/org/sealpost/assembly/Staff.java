package org.sealpost.assembly;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sealpost.crypto.Passphrase;
import org.sealpost.directory.Directory;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.model.MailboxId;

/** A directory that knows everybody by any login, with the roles that the test gives them. */
public final class Staff extends Directory {
    private final Map<MailboxId, Set<String>> roles = new HashMap<>();
    private final Map<String, DirectoryEntry> renamed = new HashMap<>();

    /** Gives a person a role. */
    public Staff give(String login, String role) {
        roles.computeIfAbsent(id(login), nobody -> new HashSet<>()).add(role);
        return this;
    }

    /** Takes every role away. */
    public void dismiss(String login) {
        roles.remove(id(login));
    }

    /** The same person comes by another login too. */
    public void alias(String login, String other) {
        renamed.put(other, person(login));
    }

    /** The id of whoever has that login. */
    public static MailboxId id(String login) {
        return new MailboxId("id-" + login);
    }

    @Override
    public Optional<DirectoryEntry> byLogin(String login) {
        return Optional.of(renamed.getOrDefault(login, person(login)));
    }

    @Override
    public Set<String> roles(MailboxId person) {
        return Set.copyOf(roles.getOrDefault(person, Set.of()));
    }

    @Override
    public List<DirectoryEntry> holders(String role) {
        List<DirectoryEntry> holders = new ArrayList<>();
        roles.forEach((id, all) -> {
            if (all.contains(role)) {
                holders.add(person(id.value().substring(3)));
            }
        });
        return holders;
    }

    /** A password is the login with {@code -sample} after it. */
    @Override
    public boolean knows(String login, Passphrase password) {
        return new String(password.expose()).equals(login + "-sample");
    }

    private static DirectoryEntry person(String login) {
        return new DirectoryEntry(id(login), login + "@corp.example", login, login, "", false);
    }
}
