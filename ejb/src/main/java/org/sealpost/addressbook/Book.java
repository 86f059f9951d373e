package org.sealpost.addressbook;

import com.unboundid.ldap.listener.SearchEntryParer;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sealpost.lookup.Enabled;
import org.sealpost.lookup.EnabledPeople;

/** Answers searches, each anew from directory and records. */
final class Book {
    /** Most entries of one answer. */
    static final int MOST = 50;

    private static final int ASKED_FOR = 100;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final EnabledPeople people;
    private final BookEntries entries;
    private final DN base;

    Book(EnabledPeople people, BookEntries entries, DN base) {
        this.people = people;
        this.entries = entries;
        this.base = base;
    }

    /**
     * What a search brings for whoever asks.
     *
     * @throws org.sealpost.protocol.Unavailable when the directory cannot be asked
     */
    Found search(SearchRequestProtocolOp asked, Reader reader) {
        try {
            DN name = new DN(asked.getBaseDN());
            return name.isNullDN() && asked.getScope() == SearchScope.BASE
                    ? shown(asked, List.of(entries.root()))
                    : search(asked, name, reader);
        } catch (Wish.TooMuch e) {
            return Found.refused(
                    ResultCode.ADMIN_LIMIT_EXCEEDED, "Ask for a whole address, or for the beginning of a few names.");
        } catch (LDAPException e) {
            return Found.refused(ResultCode.INVALID_DN_SYNTAX, "");
        }
    }

    private Found search(SearchRequestProtocolOp asked, DN name, Reader reader) throws LDAPException {
        if (reader == Reader.NOBODY) {
            return Found.refused(ResultCode.INSUFFICIENT_ACCESS_RIGHTS, "Log in with your login name and password.");
        }
        if (name.equals(base) && asked.getScope() == SearchScope.BASE && !meansPeople(asked.getFilter())) {
            return shown(asked, List.of(entries.top()));
        }
        boolean below = asked.getScope() != SearchScope.BASE && asked.getScope() != SearchScope.ONE;
        if (name.equals(base) || (name.isAncestorOf(base, false) && below)) {
            return people(asked, reader);
        }
        return entries.address(name)
                .filter(address -> asked.getScope() == SearchScope.BASE || asked.getScope() == SearchScope.SUB)
                .flatMap(people::byAddress)
                .map(one -> shown(asked, List.of(entries.of(one))))
                .orElseGet(() -> Found.refused(ResultCode.NO_SUCH_OBJECT, ""));
    }

    /**
     * Whoever asks the top for people means those below it: Thunderbird's short dialog makes an address without a scope, which
     * is the top alone (RFC 4516 section 2), and would never find anybody.
     */
    private static boolean meansPeople(Filter filter) {
        try {
            return !Wish.of(filter).isNothing();
        } catch (Wish.TooMuch e) {
            return false;
        }
    }

    private Found people(SearchRequestProtocolOp asked, Reader reader) {
        Wish wish = Wish.of(asked.getFilter());
        Wish allowed = reader == Reader.PERSON ? wish : wish.forStrangers();
        long start = System.nanoTime();
        long time = Math.min(LONGEST.toNanos(), time(asked));
        Map<String, Enabled> found = new LinkedHashMap<>();
        boolean late = false;
        for (String address : allowed.addresses()) {
            late = late || System.nanoTime() - start > time;
            if (!late) {
                people.byAddress(address).ifPresent(one -> keep(found, one));
            }
        }
        for (String beginning : allowed.beginnings()) {
            late = late || System.nanoTime() - start > time;
            if (!late) {
                people.beginning(beginning, ASKED_FOR).forEach(one -> keep(found, one));
            }
        }
        Found all = shown(asked, entries(found.values()));
        return late ? new Found(ResultCode.TIME_LIMIT_EXCEEDED, all.entries(), "") : all;
    }

    private static long time(SearchRequestProtocolOp asked) {
        return asked.getTimeLimit() <= 0
                ? Long.MAX_VALUE
                : Duration.ofSeconds(asked.getTimeLimit()).toNanos();
    }

    private static void keep(Map<String, Enabled> found, Enabled one) {
        found.putIfAbsent(one.person().entry().id().value(), one);
    }

    private List<Entry> entries(Collection<Enabled> found) {
        return found.stream().map(entries::of).toList();
    }

    private static Found shown(SearchRequestProtocolOp asked, List<Entry> candidates) {
        int most = asked.getSizeLimit() <= 0 ? MOST : Math.min(MOST, asked.getSizeLimit());
        SearchEntryParer wanted = new SearchEntryParer(asked.getAttributes(), null);
        List<Entry> matching = candidates.stream()
                .filter(entry -> matches(asked.getFilter(), entry))
                .limit(most + 1L)
                .map(wanted::pareEntry)
                .map(entry -> asked.typesOnly() ? namesOnly(entry) : entry)
                .toList();
        return matching.size() > most
                ? new Found(ResultCode.SIZE_LIMIT_EXCEEDED, matching.subList(0, most), "")
                : Found.these(matching);
    }

    /** What cannot be decided of an entry does not match it (RFC 4511 section 4.5.1.7). */
    private static boolean matches(Filter filter, Entry entry) {
        try {
            return filter.matchesEntry(entry);
        } catch (LDAPException e) {
            return false;
        }
    }

    private static Entry namesOnly(Entry entry) {
        return new Entry(
                entry.getDN(),
                entry.getAttributes().stream()
                        .map(attribute -> new Attribute(attribute.getName()))
                        .toList());
    }
}
