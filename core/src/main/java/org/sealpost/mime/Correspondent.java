package org.sealpost.mime;

import java.util.Optional;

/**
 * Somebody named in the header of a message that was received, as far as it could be read.
 * Received headers hold anything; an entry whose address is not valid stays in the list, because a list that silently
 * lost an entry could turn two authors into one.
 *
 * @param displayName the name beside the address, decoded, without control characters; may be empty
 * @param addressText the address as written, without control characters; may be empty or invalid
 */
public record Correspondent(String displayName, String addressText) {

    /** The address as a value, empty when what was written is not one. */
    public Optional<Address> address() {
        return Address.find(displayName, addressText);
    }

    /** Name and address for people to read. */
    public String shown() {
        return displayName.isEmpty() ? addressText : displayName + " <" + addressText + ">";
    }
}
