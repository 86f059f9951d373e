package org.sealpost.directory;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The groups whose common names are the roles, found as the log-in finds them: those a person is in directly, and those
 * that contain such a group, four times over.
 */
final class RoleGroups {
    private static final int LEVELS = 5;
    private static final int MAX_GROUPS = 500;
    private static final String NAME = "cn";

    private final DirectorySearch search;
    private final DirectorySchema schema;
    private final String base;

    /** @param base below which the groups lie */
    RoleGroups(DirectorySearch search, DirectorySchema schema, String base) {
        this.search = search;
        this.schema = schema;
        this.base = base;
    }

    /** @param person distinguished name */
    Set<String> of(String person) {
        Set<String> names = new HashSet<>();
        Set<String> seen = new HashSet<>();
        List<String> members = List.of(person);
        for (int level = 0; level < LEVELS && !members.isEmpty(); level++) {
            List<String> above = new ArrayList<>();
            for (SearchResultEntry group : search.below(base, containing(members), MAX_GROUPS, NAME)) {
                if (seen.add(group.getDN().toLowerCase(Locale.ROOT))) {
                    above.add(group.getDN());
                    Optional.ofNullable(group.getAttributeValue(NAME)).ifPresent(names::add);
                }
            }
            members = above;
        }
        return names;
    }

    /** The group of that role. */
    Optional<SearchResultEntry> group(String role) {
        Filter filter = Filter.createANDFilter(schema.groups(), Filter.createEqualityFilter(NAME, role));
        return search.below(base, filter, 1, schema.attributes()).stream().findFirst();
    }

    private Filter containing(List<String> members) {
        return Filter.createORFilter(schema.members().stream()
                .flatMap(attribute -> members.stream().map(dn -> Filter.createEqualityFilter(attribute, dn)))
                .toList());
    }
}
