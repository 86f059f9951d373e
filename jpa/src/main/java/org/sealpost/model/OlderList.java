package org.sealpost.model;

import java.time.Instant;
import org.sealpost.protocol.WrongState;

/** The list was made before the one that is there: somebody may hide a revocation with it. Nothing was changed. */
public final class OlderList extends WrongState {
    private static final long serialVersionUID = 1;

    OlderList(Instant made, Instant there) {
        super("older-list", made, there);
    }
}
