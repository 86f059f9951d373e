package org.sealpost.directory;

import com.unboundid.ldap.sdk.Filter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a kind of directory names what is asked of it.
 *
 * @param id attribute of the immutable id
 * @param binaryId whether the id comes as 16 octets in the order of Microsoft's GUID, and not as text
 * @param login attribute of the login name
 * @param mail attribute of the mail address
 * @param names attributes of names for people, the best first; all of them are searched
 * @param members attributes by which a group names its members
 * @param groupClasses object classes of groups
 */
record DirectorySchema(
        String id,
        boolean binaryId,
        String login,
        String mail,
        List<String> names,
        List<String> members,
        List<String> groupClasses) {

    /** Both kinds call them the same (RFC 4519 sections 2.32 and 2.12). */
    static final String SURNAME = "sn";

    static final String GIVEN_NAME = "givenName";

    /** OpenLDAP, 389 Directory Server and others that follow RFC 4530 and RFC 2798. */
    static final DirectorySchema OPEN_LDAP = new DirectorySchema(
            "entryUUID",
            false,
            "uid",
            "mail",
            List.of("displayName", "cn", "sn"),
            List.of("member", "uniqueMember"),
            List.of("groupOfNames", "groupOfUniqueNames"));

    static final DirectorySchema ACTIVE_DIRECTORY = new DirectorySchema(
            "objectGUID",
            true,
            "sAMAccountName",
            "mail",
            List.of("displayName", "cn", "sn"),
            List.of("member"),
            List.of("group"));

    /**
     * @param kind {@code openldap} or {@code active-directory}
     * @throws IllegalArgumentException for any other kind
     */
    static DirectorySchema of(String kind) {
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "openldap" -> OPEN_LDAP;
            case "active-directory" -> ACTIVE_DIRECTORY;
            default ->
                throw new IllegalArgumentException("sealpost.ldap.kind: openldap or active-directory, not " + kind);
        };
    }

    /** The same with another attribute for the login name, if one is given. */
    DirectorySchema withLogin(Optional<String> attribute) {
        return new DirectorySchema(id, binaryId, attribute.orElse(login), mail, names, members, groupClasses);
    }

    /** Everything that is read of an entry. */
    String[] attributes() {
        return Stream.of(Stream.of(id, login, mail, "objectClass"), names.stream(), members.stream())
                .flatMap(all -> all)
                .toArray(String[]::new);
    }

    /** What an address book shows besides. */
    String[] listed() {
        return Stream.concat(Stream.of(attributes()), Stream.of(SURNAME, GIVEN_NAME))
                .distinct()
                .toArray(String[]::new);
    }

    Filter groups() {
        return Filter.createORFilter(groupClasses.stream()
                .map(name -> Filter.createEqualityFilter("objectClass", name))
                .toList());
    }

    /** Entries whose id this is; empty when it cannot be one of this directory. */
    Optional<Filter> hasId(String value) {
        if (!binaryId) {
            return Optional.of(Filter.createEqualityFilter(id, value));
        }
        return DirectoryGuid.octets(value).map(octets -> Filter.createEqualityFilter(id, octets));
    }

    /** Entries one of whose names, address or login begins with the text. */
    Filter beginsWith(String text) {
        return Filter.createORFilter(searched()
                .map(name -> Filter.createSubstringFilter(name, text, null, null))
                .toList());
    }

    /** Entries one of whose names, address or login contains the text. */
    Filter contains(String text) {
        return Filter.createORFilter(searched()
                .map(name -> Filter.createSubstringFilter(name, null, new String[] {text}, null))
                .toList());
    }

    private Stream<String> searched() {
        return Stream.concat(Stream.of(mail, login), names.stream());
    }
}
