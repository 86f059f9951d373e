package org.sealpost.model;

import org.sealpost.protocol.WrongState;

/** The bulk run is in a state in which this cannot be done to it; nothing was changed. */
public final class WrongBulkState extends WrongState {
    private static final long serialVersionUID = 1;

    WrongBulkState(long run, BulkState state, BulkVerb verb) {
        super("wrong-bulk-state", run, state, verb);
    }
}
