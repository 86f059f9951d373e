package org.sealpost.bulk;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.sealpost.directory.Directory;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.directory.PeopleQuery;
import org.sealpost.model.MailboxId;
import org.sealpost.model.Page;

/** A directory of as many people as wanted, whose logins are p00001 and so on; ada, who administers, is none of them. */
final class ManyPeople extends Directory {
    private final int people;
    private final Set<String> gone = new HashSet<>();
    private IntConsumer before = turn -> {};
    private int turns;

    ManyPeople(int people) {
        this.people = people;
    }

    /** The directory knows them no longer. */
    void dismiss(Collection<String> logins) {
        gone.addAll(logins);
    }

    /** What happens whenever the directory is asked for a mailbox by its id, with the number of the time, from 0. */
    void before(IntConsumer happening) {
        before = happening;
        turns = 0;
    }

    static DirectoryEntry person(String login) {
        return new DirectoryEntry(
                new MailboxId("id-" + login), login + "@corp.example", "The " + login, login, "", false);
    }

    @Override
    public Optional<DirectoryEntry> byLogin(String login) {
        return login.equals("ada") ? Optional.of(person(login)) : known(login);
    }

    @Override
    public Optional<DirectoryEntry> byAddress(String address) {
        return known(address.substring(0, Math.max(0, address.indexOf('@'))));
    }

    @Override
    public Optional<DirectoryEntry> byId(MailboxId id) {
        before.accept(turns);
        turns++;
        return known(id.value().substring("id-".length()));
    }

    @Override
    public Page<DirectoryEntry> people(PeopleQuery query) {
        List<DirectoryEntry> rest = IntStream.rangeClosed(1, people)
                .mapToObj("p%05d"::formatted)
                .filter(login -> !gone.contains(login))
                .filter(login -> login.compareTo(query.afterKey().orElse("")) > 0)
                .limit(query.limit() + 1L)
                .map(ManyPeople::person)
                .toList();
        return Page.of(rest, query.limit(), DirectoryEntry::login);
    }

    private Optional<DirectoryEntry> known(String login) {
        boolean known =
                login.matches("p\\d{5}") && Integer.parseInt(login.substring(1)) <= people && !gone.contains(login);
        return known ? Optional.of(person(login)) : Optional.empty();
    }
}
