package org.sealpost.recovery;

import org.sealpost.protocol.WrongState;

/** Another officer contributes to all keys at this moment, or opens them. */
public final class OfficerAtWork extends WrongState {
    private static final long serialVersionUID = 1;

    OfficerAtWork() {
        super("officer-at-work");
    }
}
