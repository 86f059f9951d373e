package org.sealpost.lock;

import org.sealpost.protocol.WrongState;

/** The Key Manager cannot be set up, unlocked, stopped or started in its present state. */
public final class WrongKeyManagerState extends WrongState {
    private static final long serialVersionUID = 1;

    WrongKeyManagerState(KeyManagerState state) {
        super("wrong-key-manager-state", state);
    }
}
