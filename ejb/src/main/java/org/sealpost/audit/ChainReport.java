package org.sealpost.audit;

/** What walking the whole chain has shown. */
public sealed interface ChainReport {
    /**
     * Every entry follows from the one before.
     *
     * @param entries how many there are
     * @param vouchedFor number of the last entry whose authentication was checked, 0 for none: without the Key Manager
     *     running only the hashes and the checkpoints can be checked
     * @param checkpoints how many signed checkpoints agree with it
     */
    record Unbroken(long entries, long vouchedFor, int checkpoints) implements ChainReport {}

    /**
     * The chain does not hold.
     *
     * @param number of the first entry that does not fit
     * @param fault what is wrong there
     */
    record Broken(long number, Fault fault) implements ChainReport {}

    /** How a chain can be broken. */
    enum Fault {
        /** The entry was changed, or one before it was put in or taken out. */
        DOES_NOT_FOLLOW,
        /** The hash is not authenticated by the Key Manager's key, although the Key Manager ran. */
        NOT_AUTHENTIC,
        /** Entries are missing at the end. */
        CUT_OFF,
        /** A signed checkpoint says that the entry was another one. */
        DIFFERS_FROM_CHECKPOINT,
        /** A checkpoint's signature does not hold. */
        CHECKPOINT_FORGED
    }
}
