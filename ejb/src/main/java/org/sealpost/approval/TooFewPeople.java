package org.sealpost.approval;

import org.sealpost.protocol.BadInput;

/** The act itself needs more people than the policy would; nothing was changed. */
public final class TooFewPeople extends BadInput {
    private static final long serialVersionUID = 1;

    TooFewPeople(int least) {
        super("too-few-people", least);
    }
}
