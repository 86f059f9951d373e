package org.sealpost.recovery;

import org.sealpost.protocol.WrongState;

/** Recovery officers have to be named first. */
public final class NoOfficersYet extends WrongState {
    private static final long serialVersionUID = 1;

    NoOfficersYet() {
        super("no-officers-yet");
    }
}
