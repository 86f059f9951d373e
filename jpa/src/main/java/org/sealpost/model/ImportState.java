package org.sealpost.model;

/** Where an import of mailboxes stands. */
public enum ImportState {
    /** The file was looked at: nothing is taken in yet. */
    LOOKED,
    /** Whoever could be taken in is in. */
    TAKEN_IN,
    /** Given up before anybody was taken in. */
    DROPPED;

    /** Whether the verb is a right move in this state. */
    public boolean allows(ImportVerb verb) {
        return verb.from() == this;
    }
}
