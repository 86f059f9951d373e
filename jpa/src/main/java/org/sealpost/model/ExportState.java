package org.sealpost.model;

/** Where an export of mailboxes stands. */
public enum ExportState {
    /** Asked for: nothing is sealed yet. */
    ASKED,
    /** The file is there to be taken to the other Key Manager; everything goes on here as before. */
    SEALED,
    /** Everybody has arrived: their certificates are revoked here. */
    CONFIRMED,
    /** Given up; who had been confirmed before stays moved, everybody else stays. */
    WITHDRAWN;

    /** Whether the verb is a right move in this state. */
    public boolean allows(ExportVerb verb) {
        return verb.from().contains(this);
    }
}
