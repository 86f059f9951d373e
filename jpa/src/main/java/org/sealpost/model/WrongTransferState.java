package org.sealpost.model;

import org.sealpost.protocol.WrongState;

/** The export or import is in a state in which this cannot be done to it; nothing was changed. */
public final class WrongTransferState extends WrongState {
    private static final long serialVersionUID = 1;

    private WrongTransferState(String code, long id, Object state, Object verb) {
        super(code, id, state, verb);
    }

    static WrongTransferState ofExport(long id, ExportState state, ExportVerb verb) {
        return new WrongTransferState("wrong-export-state", id, state, verb);
    }

    static WrongTransferState ofImport(long id, ImportState state, ImportVerb verb) {
        return new WrongTransferState("wrong-import-state", id, state, verb);
    }
}
