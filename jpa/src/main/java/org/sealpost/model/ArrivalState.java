package org.sealpost.model;

/** What a look at a file found of a mailbox, and what became of it. */
public enum ArrivalState {
    /** Known to the directory by its id; nothing of it is in escrow here. */
    READY,
    /** The same, with keys of its own here: those of the file go behind them. */
    HAS_KEYS,
    /** All of its keys are in escrow here already. */
    ALREADY_HERE,
    /** The directory has nobody with that id. */
    UNKNOWN,
    /** A key of it cannot be used: not what it should be, or in conflict with one that is here. */
    DAMAGED,
    /** Named before in the same file. */
    TWICE,
    /** Its keys were opened, belonged to their certificates, and are in escrow. */
    ARRIVED,
    /** A key did not open, or did not belong to its certificate: none of them was taken. */
    NOT_OPENED;

    /** Whether it is taken in when the import is carried out. */
    public boolean taken() {
        return this == READY || this == HAS_KEYS;
    }

    /** Whether its keys are here. */
    public boolean here() {
        return this == ARRIVED || this == ALREADY_HERE;
    }
}
