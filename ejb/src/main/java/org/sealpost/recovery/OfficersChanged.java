package org.sealpost.recovery;

import org.sealpost.protocol.WrongState;

/** The officers were replaced after some of them had contributed: those contributions are worth nothing. */
public final class OfficersChanged extends WrongState {
    private static final long serialVersionUID = 1;

    OfficersChanged() {
        super("officers-changed");
    }
}
