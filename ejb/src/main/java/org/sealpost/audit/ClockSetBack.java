package org.sealpost.audit;

import org.sealpost.protocol.Unavailable;

/** The server's clock was set back; what it dates now would lie before what it has dated already. */
public final class ClockSetBack extends Unavailable {
    private static final long serialVersionUID = 1;

    /** @param minutes by how many */
    ClockSetBack(long minutes) {
        super("clock-set-back", minutes);
    }
}
