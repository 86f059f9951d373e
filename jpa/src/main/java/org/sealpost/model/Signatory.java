package org.sealpost.model;

/**
 * Somebody who asks or agrees. Two are the same person when their ids are, whatever login or session they come by.
 *
 * @param id the directory's immutable id
 * @param login login name at that time
 * @param name name for people at that time
 */
public record Signatory(MailboxId id, String login, String name) {
    /** Longest name that is kept, in characters. */
    public static final int MAX_NAME = 400;

    /** Cuts a name that is too long for the database. */
    public Signatory {
        name = MessageLabel.cut(name, MAX_NAME);
    }

    /** Whether this is the same person. */
    public boolean is(Signatory other) {
        return id.equals(other.id);
    }
}
