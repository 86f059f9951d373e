package org.sealpost.approval;

import org.sealpost.protocol.BadInput;

/** The policy asks for a reason and none was given; nothing was asked for. */
public final class ReasonNeeded extends BadInput {
    private static final long serialVersionUID = 1;

    ReasonNeeded() {
        super("reason-needed");
    }
}
