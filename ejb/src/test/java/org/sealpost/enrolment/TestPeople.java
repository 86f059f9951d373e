package org.sealpost.enrolment;

import java.util.List;
import java.util.Optional;
import org.sealpost.directory.Directory;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.directory.GroupMembers;
import org.sealpost.directory.PeopleQuery;
import org.sealpost.model.MailboxId;
import org.sealpost.model.Page;

/** A directory of three people and a group, in pages of as many as are asked for. */
class TestPeople extends Directory {
    static final DirectoryEntry ALICE = person("alice");
    static final DirectoryEntry BOB = person("bob");
    static final DirectoryEntry CAROL = person("carol");
    static final DirectoryEntry STAFF =
            new DirectoryEntry(new MailboxId("id-staff"), "staff@corp.example", "Staff", "", "", true);
    private static final List<DirectoryEntry> ALL = List.of(ALICE, BOB, CAROL, STAFF);

    @Override
    public Optional<DirectoryEntry> byLogin(String login) {
        return ALL.stream()
                .filter(entry -> !entry.group() && entry.login().equals(login))
                .findFirst();
    }

    @Override
    public Optional<DirectoryEntry> byAddress(String address) {
        return ALL.stream().filter(entry -> entry.address().equals(address)).findFirst();
    }

    /** Staff: alice, bob and somebody without a mailbox. */
    @Override
    public Optional<GroupMembers> expandGroup(String address) {
        return byAddress(address)
                .filter(DirectoryEntry::group)
                .map(group -> new GroupMembers(group, List.of(ALICE, BOB), List.of("Dave")));
    }

    @Override
    public Optional<DirectoryEntry> byId(MailboxId id) {
        return ALL.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    @Override
    public Page<DirectoryEntry> people(PeopleQuery query) {
        List<DirectoryEntry> rest = ALL.stream()
                .filter(entry -> !entry.group() && entry.login().contains(query.text()))
                .filter(entry -> query.unit().isEmpty()
                        || entry.orgUnit().equals(query.unit().get()))
                .filter(entry -> entry.login().compareTo(query.afterKey().orElse("")) > 0)
                .toList();
        return Page.of(rest, query.limit(), DirectoryEntry::login);
    }

    private static DirectoryEntry person(String name) {
        return new DirectoryEntry(
                new MailboxId("id-" + name), name + "@corp.example", "The " + name, name, "Sales", false);
    }
}
