package org.sealpost.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sealpost.directory.Directory;
import org.sealpost.directory.DirectoryAnswerRefused;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.directory.GroupMembers;
import org.sealpost.directory.PeopleQuery;
import org.sealpost.model.BulkKind;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxNotKnown;
import org.sealpost.model.Page;

/** Looks up whom a choice means; asks the directory, so outside a transaction. */
@ApplicationScoped
class Candidates {
    /** Most mailboxes of one run. */
    static final int MOST = 100_000;

    private static final int PAGE = 500;

    @Inject
    Directory directory;

    @Inject
    Departed departed;

    /** Everybody that the choice names, in its order; who is named twice is there twice, the second time refused. */
    List<Candidate> of(BulkChoice choice, BulkKind kind) {
        List<Candidate> found = lookUp(choice, kind);
        if (found.size() > MOST) {
            throw new TooManyMailboxes(MOST);
        }
        Set<MailboxId> seen = new HashSet<>();
        return found.stream().map(one -> once(one, seen)).toList();
    }

    private List<Candidate> lookUp(BulkChoice choice, BulkKind kind) {
        if (choice instanceof BulkChoice.People people) {
            return people(people);
        }
        if (choice instanceof BulkChoice.Group group) {
            return members(group.address());
        }
        List<String> addresses = ((BulkChoice.Listed) choice).addresses();
        if (addresses.size() > MOST) {
            throw new TooManyMailboxes(MOST);
        }
        return addresses.stream().map(address -> byAddress(address, kind)).toList();
    }

    private List<Candidate> people(BulkChoice.People people) {
        List<Candidate> found = new ArrayList<>();
        Optional<String> key = Optional.empty();
        do {
            Page<DirectoryEntry> page = directory.people(new PeopleQuery(people.text(), people.unit(), key, PAGE));
            page.rows().forEach(entry -> found.add(Candidate.of(entry)));
            key = page.nextKey();
        } while (key.isPresent() && found.size() <= MOST);
        return found;
    }

    private List<Candidate> members(String address) {
        GroupMembers group = directory.expandGroup(address).orElseThrow(() -> new MailboxNotKnown(address));
        List<Candidate> found = new ArrayList<>();
        group.people().forEach(entry -> found.add(Candidate.of(entry)));
        group.without().forEach(name -> found.add(Candidate.without("", name, "no-address")));
        return found;
    }

    private Candidate byAddress(String address, BulkKind kind) {
        try {
            Optional<DirectoryEntry> entry = directory.byAddress(address);
            if (entry.isEmpty()) {
                return kind.asksDirectory() ? Candidate.without(address, "", "unknown") : departed.byAddress(address);
            }
            return entry.get().group()
                    ? Candidate.without(address, entry.get().displayName(), "group")
                    : Candidate.of(entry.get());
        } catch (DirectoryAnswerRefused e) {
            return Candidate.without(address, "", "ambiguous");
        }
    }

    private static Candidate once(Candidate one, Set<MailboxId> seen) {
        boolean again = one.id().map(id -> !seen.add(id)).orElse(false);
        return again ? Candidate.without(one.address(), one.name(), "duplicate") : one;
    }
}
