package org.sealpost.model;

import java.io.Serializable;

/**
 * Identity of a mailbox: the directory's immutable id (entryUUID, objectGUID), never a name or an address, so that
 * renaming or moving a person keeps keys and history together.
 *
 * @param value the directory's id as text, 1 to 64 characters
 */
public record MailboxId(String value) implements Serializable {
    /** Longest id that fits the database. */
    public static final int MAX_LENGTH = 64;

    /** @throws IllegalArgumentException when the id is blank or longer than {@value #MAX_LENGTH} characters */
    public MailboxId {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a mailbox id has 1 to " + MAX_LENGTH + " characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
