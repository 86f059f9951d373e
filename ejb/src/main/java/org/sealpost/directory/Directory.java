package org.sealpost.directory;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.sealpost.crypto.Passphrase;
import org.sealpost.directory.DirectoryAnswerRefused.Reason;
import org.sealpost.model.MailboxId;
import org.sealpost.model.Page;
import org.sealpost.settings.ServerConfiguration;
import org.sealpost.settings.ServerConfiguration.DirectoryConfiguration;

/**
 * Questions to the corporate directory. Every answer is time-limited, bounded and checked; calling from inside a
 * transaction is refused, because a slow directory must not hold the database.
 *
 * <p>All methods throw {@link DirectoryUnavailable} when the directory does not answer in time and
 * {@link DirectoryAnswerRefused} when what it answers cannot be used.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class Directory {
    private static final int UNIQUE = 2;

    private final DirectorySearch search;
    private final DirectorySchema schema;
    private final EntryReader reader;
    private final String base;
    private final RoleGroups roles;
    private final Filter people;
    private final Filter everybody;
    private final PeopleList list;

    @Inject
    Directory(DirectorySearch search, ServerConfiguration server, Clock clock) {
        DirectoryConfiguration directory = server.directory();
        this.search = search;
        this.schema = DirectorySchema.of(directory.kind()).withLogin(directory.loginAttribute());
        this.reader = new EntryReader(schema);
        this.base = directory.baseDn();
        this.roles = new RoleGroups(search, schema, directory.rolesDn());
        this.people = filter(directory.peopleFilter());
        this.everybody = Filter.createORFilter(people, schema.groups());
        this.list = new PeopleList(this::walk, clock);
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Directory() {
        search = null;
        schema = null;
        reader = null;
        base = null;
        roles = null;
        people = null;
        everybody = null;
        list = null;
    }

    /** The person with that login name. */
    public Optional<DirectoryEntry> byLogin(String login) {
        return one(Filter.createANDFilter(people, Filter.createEqualityFilter(schema.login(), login)), login);
    }

    /** The person or group with that mail address, in any case. */
    public Optional<DirectoryEntry> byAddress(String address) {
        return one(Filter.createANDFilter(everybody, Filter.createEqualityFilter(schema.mail(), address)), address);
    }

    /** The person or group with that id, wherever it was moved and whatever it is called now. */
    public Optional<DirectoryEntry> byId(MailboxId id) {
        return schema.hasId(id.value()).flatMap(same -> one(Filter.createANDFilter(everybody, same), id.value()));
    }

    /**
     * People and groups whose name, address or login begins with the text; for completion.
     *
     * @param limit most entries in the answer, 1 to 100
     */
    public List<DirectoryEntry> search(String text, int limit) {
        if (text.isBlank()) {
            return List.of();
        }
        Filter filter = Filter.createANDFilter(
                everybody, Filter.createPresenceFilter(schema.mail()), schema.beginsWith(text.strip()));
        return reader.readAll(search.below(base, filter, limit, schema.attributes()));
    }

    /**
     * People, without groups, whose name, address or login begins with the text, as an address book shows them.
     *
     * @param limit most entries in the answer, 1 to 100
     */
    public List<ListedPerson> listed(String text, int limit) {
        if (text.isBlank()) {
            return List.of();
        }
        Filter filter = Filter.createANDFilter(
                people, Filter.createPresenceFilter(schema.mail()), schema.beginsWith(text.strip()));
        return search.below(base, filter, limit, schema.listed()).stream()
                .flatMap(found -> reader.listed(found).stream())
                .toList();
    }

    /** The person with that mail address, in any case, as an address book shows them. */
    public Optional<ListedPerson> listed(String address) {
        Filter filter = Filter.createANDFilter(people, Filter.createEqualityFilter(schema.mail(), address));
        return unique(filter, address, schema.listed()).flatMap(reader::listed);
    }

    /** People in the order of their names, as they were half a minute ago at the longest. */
    public Page<DirectoryEntry> people(PeopleQuery query) {
        return list.page(query);
    }

    /** As {@link #people(PeopleQuery)} in all organisational units. */
    public Page<DirectoryEntry> people(String text, Optional<String> afterKey, int limit) {
        return people(new PeopleQuery(text, Optional.empty(), afterKey, limit));
    }

    /** Names of the organisational units that people are in, in their order. */
    public List<String> units() {
        return list.units();
    }

    private void walk(String text, Consumer<DirectoryEntry> each) {
        Filter mailboxes = Filter.createANDFilter(people, Filter.createPresenceFilter(schema.mail()));
        Filter filter = text.isEmpty() ? mailboxes : Filter.createANDFilter(mailboxes, schema.contains(text));
        search.walk(base, filter, found -> reader.find(found).ifPresent(each), schema.attributes());
    }

    /** The group with that address and everybody in it; empty when there is no such group. */
    public Optional<GroupMembers> expandGroup(String address) {
        Filter filter = Filter.createANDFilter(schema.groups(), Filter.createEqualityFilter(schema.mail(), address));
        return unique(filter, address).map(group -> members().from(group));
    }

    /** The roles that the directory gives a person now: names of the groups for roles, through groups in groups too. */
    public Set<String> roles(MailboxId person) {
        return schema.hasId(person.value())
                .flatMap(same -> unique(Filter.createANDFilter(people, same), person.value()))
                .map(found -> roles.of(found.getDN()))
                .orElseGet(Set::of);
    }

    /** Everybody who has that role now; those without an address are left out. */
    public List<DirectoryEntry> holders(String role) {
        return roles.group(role).map(group -> members().people(group, role)).orElseGet(List::of);
    }

    /** Whether that person's password is this one; the directory itself says so. An empty one never is. */
    public boolean knows(String login, Passphrase password) {
        return unique(Filter.createANDFilter(people, Filter.createEqualityFilter(schema.login(), login)), login)
                .map(found -> search.accepts(found.getDN(), password))
                .orElse(false);
    }

    /** Whether the directory answers. */
    void ask() {
        search.named(base, Filter.createPresenceFilter("objectClass"), "1.1");
    }

    private GroupWalk members() {
        MemberRanges ranges = new MemberRanges((dn, part) -> search.named(dn, everybody, part), reader, schema);
        return new GroupWalk(dn -> search.named(dn, everybody, schema.attributes()), ranges::of, reader);
    }

    private Optional<DirectoryEntry> one(Filter filter, String subject) {
        return unique(filter, subject).map(reader::read);
    }

    private Optional<SearchResultEntry> unique(Filter filter, String subject) {
        return unique(filter, subject, schema.attributes());
    }

    private Optional<SearchResultEntry> unique(Filter filter, String subject, String... attributes) {
        List<SearchResultEntry> found = search.below(base, filter, UNIQUE, attributes);
        if (found.size() > 1) {
            throw new DirectoryAnswerRefused(Reason.AMBIGUOUS, EntryReader.clean(subject));
        }
        return found.stream().findFirst();
    }

    private static Filter filter(String text) {
        try {
            return Filter.create(text);
        } catch (LDAPException e) {
            throw new IllegalStateException("sealpost.ldap.people.filter is no LDAP filter: " + text, e);
        }
    }
}
