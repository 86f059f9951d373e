package org.sealpost.directory;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.sealpost.directory.DirectoryAnswerRefused.Reason;
import org.sealpost.mime.Address;
import org.sealpost.model.MailboxId;

/** Turns what the directory answers into entries; nothing is taken over unchecked. */
final class EntryReader {
    private static final int MAX_NAME = 256;

    private final DirectorySchema schema;

    EntryReader(DirectorySchema schema) {
        this.schema = schema;
    }

    /**
     * The entry in our words.
     *
     * @throws DirectoryAnswerRefused when it has no usable id or address
     */
    DirectoryEntry read(SearchResultEntry found) {
        String address =
                address(found).orElseThrow(() -> new DirectoryAnswerRefused(Reason.BAD_ADDRESS, clean(found.getDN())));
        MailboxId id = id(found).orElseThrow(() -> new DirectoryAnswerRefused(Reason.NO_ID, clean(found.getDN())));
        return entry(found, id, address);
    }

    /** The entries that can be used: in a list one bad entry must not hide the good ones. */
    List<DirectoryEntry> readAll(List<SearchResultEntry> found) {
        return found.stream().flatMap(entry -> find(entry).stream()).toList();
    }

    /** As {@link #read}, empty when it cannot be used. */
    Optional<DirectoryEntry> find(SearchResultEntry found) {
        return id(found).flatMap(id -> address(found).map(address -> entry(found, id, address)));
    }

    /** The entry as an address book shows it, empty when it cannot be used. */
    Optional<ListedPerson> listed(SearchResultEntry found) {
        return find(found)
                .map(entry -> new ListedPerson(
                        entry, text(found, DirectorySchema.SURNAME), text(found, DirectorySchema.GIVEN_NAME)));
    }

    private static String text(SearchResultEntry found, String attribute) {
        return clean(Objects.requireNonNullElse(found.getAttributeValue(attribute), ""));
    }

    boolean isGroup(SearchResultEntry found) {
        return Arrays.stream(values(found, "objectClass"))
                .anyMatch(name -> schema.groupClasses().stream().anyMatch(name::equalsIgnoreCase));
    }

    /** Distinguished names of a group's members. */
    List<String> members(SearchResultEntry group) {
        return schema.members().stream()
                .flatMap(name -> Arrays.stream(values(group, name)))
                .toList();
    }

    /** A name for people for an entry that may not be usable otherwise. */
    String name(SearchResultEntry found) {
        return names(found).findFirst().orElseGet(() -> clean(found.getDN()));
    }

    /** Without characters that could end a line or turn the direction of what follows; no longer than the database. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .takeWhile(c -> clean.length() < MAX_NAME - 1)
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    private DirectoryEntry entry(SearchResultEntry found, MailboxId id, String address) {
        boolean group = isGroup(found);
        String login = group ? "" : text(found, schema.login());
        return new DirectoryEntry(id, address, names(found).findFirst().orElse(address), login, orgUnit(found), group);
    }

    private Stream<String> names(SearchResultEntry found) {
        return schema.names().stream()
                .map(found::getAttributeValue)
                .filter(Objects::nonNull)
                .map(EntryReader::clean)
                .filter(name -> !name.isEmpty());
    }

    private Optional<String> address(SearchResultEntry found) {
        return Optional.ofNullable(found.getAttributeValue(schema.mail()))
                .flatMap(mail -> Address.find("", mail))
                .map(Address::spec);
    }

    private Optional<MailboxId> id(SearchResultEntry found) {
        Attribute attribute = found.getAttribute(schema.id());
        if (attribute == null || attribute.size() != 1) {
            return Optional.empty();
        }
        Optional<String> text = schema.binaryId()
                ? DirectoryGuid.text(attribute.getValueByteArray())
                : Optional.of(attribute.getValue());
        return text.filter(value -> value.matches("[0-9A-Za-z-]{1," + MailboxId.MAX_LENGTH + "}"))
                .map(MailboxId::new);
    }

    /** The nearest unit above the entry. */
    private static String orgUnit(SearchResultEntry found) {
        try {
            for (DN above = found.getParsedDN().getParent(); above != null; above = above.getParent()) {
                RDN rdn = above.getRDN();
                if (rdn != null && rdn.hasAttribute("ou")) {
                    return clean(rdn.getAttributeValues()[0]);
                }
            }
        } catch (LDAPException e) {
            return "";
        }
        return "";
    }

    private static String[] values(SearchResultEntry found, String attribute) {
        String[] values = found.getAttributeValues(attribute);
        return values == null ? new String[0] : values;
    }
}
