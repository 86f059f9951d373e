package org.sealpost.recovery;

import org.sealpost.protocol.WrongState;

/** The caller has contributed to the request already: somebody else has to go on. */
public final class ContributedBefore extends WrongState {
    private static final long serialVersionUID = 1;

    ContributedBefore() {
        super("contributed-before");
    }
}
