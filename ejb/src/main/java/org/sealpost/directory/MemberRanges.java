package org.sealpost.directory;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All members of a group. Active Directory gives those of a large group in ranges ({@code member;range=0-1499}); the rest
 * is asked for until the last range, which ends in a star, or until there are more than mail can be sent to.
 */
final class MemberRanges {
    private static final Pattern RANGE = Pattern.compile("range=\\d+-(\\d+|\\*)");
    private static final String LAST = "*";

    private final BiFunction<String, String, Optional<SearchResultEntry>> more;
    private final EntryReader reader;
    private final DirectorySchema schema;

    /** @param more asks for one attribute of the entry with that distinguished name */
    MemberRanges(
            BiFunction<String, String, Optional<SearchResultEntry>> more, EntryReader reader, DirectorySchema schema) {
        this.more = more;
        this.reader = reader;
        this.schema = schema;
    }

    /** Distinguished names of the members. */
    List<String> of(SearchResultEntry group) {
        List<String> members = new ArrayList<>(reader.members(group));
        schema.members().forEach(name -> addRanges(group, name, members));
        return members;
    }

    private void addRanges(SearchResultEntry group, String name, List<String> members) {
        Optional<Range> range = range(group, name);
        while (range.isPresent()) {
            members.addAll(range.get().values());
            String end = range.get().end();
            boolean enough = end.equals(LAST) || members.size() > GroupWalk.MAX_ENTRIES;
            range = enough
                    ? Optional.empty()
                    : more.apply(group.getDN(), name + ";range=" + (Long.parseLong(end) + 1) + "-*")
                            .flatMap(rest -> range(rest, name));
        }
    }

    private static Optional<Range> range(SearchResultEntry entry, String name) {
        return entry.getAttributesWithOptions(name, null).stream()
                .flatMap(attribute -> attribute.getOptions().stream()
                        .map(RANGE::matcher)
                        .filter(Matcher::matches)
                        .map(option -> new Range(option.group(1), values(attribute))))
                .findFirst();
    }

    private static List<String> values(Attribute attribute) {
        return Arrays.asList(attribute.getValues());
    }

    /** Members of a part of the group, up to the one with that number or the last one. */
    private record Range(String end, List<String> values) {}
}
