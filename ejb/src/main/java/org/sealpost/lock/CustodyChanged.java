package org.sealpost.lock;

import org.sealpost.protocol.WrongState;

/** Somebody else has replaced the master key, or changed what opens it, in the same moment. */
public final class CustodyChanged extends WrongState {
    private static final long serialVersionUID = 1;

    CustodyChanged() {
        super("custody-changed-meanwhile");
    }
}
