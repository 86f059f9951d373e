package org.sealpost.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.sealpost.directory.DirectoryAnswerRefused.Reason;
import org.sealpost.model.MailboxId;

/** Goes through a group and the groups in it, each entry once, so that groups that contain each other end too. */
final class GroupWalk {
    static final int MAX_ENTRIES = 2_000;

    private final Function<String, Optional<SearchResultEntry>> named;
    private final Function<SearchResultEntry, List<String>> members;
    private final EntryReader reader;
    private final Map<MailboxId, DirectoryEntry> people = new LinkedHashMap<>();
    private final List<String> without = new ArrayList<>();
    private final Set<DN> visited = new HashSet<>();
    private final Deque<SearchResultEntry> groups = new ArrayDeque<>();

    /**
     * Begins with nobody.
     *
     * @param named looks an entry up by its distinguished name
     * @param members distinguished names of a group's members
     */
    GroupWalk(
            Function<String, Optional<SearchResultEntry>> named,
            Function<SearchResultEntry, List<String>> members,
            EntryReader reader) {
        this.named = named;
        this.members = members;
        this.reader = reader;
    }

    /** @throws DirectoryAnswerRefused when there are more than 2 000 members and groups together */
    GroupMembers from(SearchResultEntry start) {
        DirectoryEntry group = reader.read(start);
        return new GroupMembers(group, people(start, group.address()), without);
    }

    /**
     * The people of a group that needs no address of its own.
     *
     * @param name the group's, for the refusal when it is too large
     */
    List<DirectoryEntry> people(SearchResultEntry start, String name) {
        groups.add(start);
        while (!groups.isEmpty()) {
            for (String member : members.apply(groups.remove())) {
                visit(member, name);
            }
        }
        return List.copyOf(people.values());
    }

    private void visit(String member, String group) {
        if (!visited.add(name(member))) {
            return;
        }
        if (visited.size() > MAX_ENTRIES) {
            throw new DirectoryAnswerRefused(Reason.GROUP_TOO_LARGE, group);
        }
        Optional<SearchResultEntry> found = DN.isValidDN(member) ? named.apply(member) : Optional.empty();
        if (found.filter(reader::isGroup).isPresent()) {
            groups.add(found.get());
        } else {
            found.flatMap(reader::find)
                    .ifPresentOrElse(
                            person -> people.put(person.id(), person),
                            () -> without.add(found.map(reader::name).orElseGet(() -> EntryReader.clean(member))));
        }
    }

    private static DN name(String member) {
        try {
            return new DN(member);
        } catch (LDAPException e) {
            return DN.NULL_DN;
        }
    }
}
