package org.sealpost.stepup;

import org.sealpost.protocol.NotAuthentic;

/** The caller's own password is needed once more; nothing has happened. A page asks for it and repeats the act. */
public final class StepUpNeeded extends NotAuthentic {
    private static final long serialVersionUID = 1;

    /** {@link #code()} of this failure. */
    public static final String CODE = "step-up-needed";

    StepUpNeeded() {
        super(CODE);
    }
}
