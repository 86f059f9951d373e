package org.sealpost.model;

import java.util.EnumSet;
import java.util.Set;

/** What can be done to an export, and from which states: the whole state machine in one table. */
public enum ExportVerb {
    /** The keys are opened and sealed to the other escrow. */
    SEAL(ExportState.SEALED, ExportState.ASKED),
    /** The other Key Manager has everybody. */
    CONFIRM(ExportState.CONFIRMED, ExportState.SEALED),
    /** Gives it up: the file is thrown away here, and a receipt for it counts no longer. */
    WITHDRAW(ExportState.WITHDRAWN, ExportState.ASKED, ExportState.SEALED);

    private final ExportState to;
    private final Set<ExportState> from;

    ExportVerb(ExportState to, ExportState first, ExportState... others) {
        this.to = to;
        this.from = EnumSet.of(first, others);
    }

    /** The states in which this verb is a right move. */
    Set<ExportState> from() {
        return from;
    }

    /** The state that it leads to. */
    ExportState to() {
        return to;
    }
}
