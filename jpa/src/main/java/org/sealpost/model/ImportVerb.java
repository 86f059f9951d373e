package org.sealpost.model;

/** What can be done to an import; either ends it. */
public enum ImportVerb {
    /** The keys are opened once and go into escrow. */
    TAKE_IN(ImportState.TAKEN_IN),
    /** Gives it up: the file is thrown away. */
    DROP(ImportState.DROPPED);

    private final ImportState to;

    ImportVerb(ImportState to) {
        this.to = to;
    }

    /** The only state in which this verb is a right move. */
    ImportState from() {
        return ImportState.LOOKED;
    }

    /** The state that it leads to. */
    ImportState to() {
        return to;
    }
}
