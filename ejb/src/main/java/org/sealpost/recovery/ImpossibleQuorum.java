package org.sealpost.recovery;

import org.sealpost.protocol.BadInput;

/** So many officers cannot be needed of so many; one alone is no quorum. */
public final class ImpossibleQuorum extends BadInput {
    private static final long serialVersionUID = 1;

    ImpossibleQuorum(int needed, int people) {
        super("impossible-quorum", needed, people);
    }
}
