package org.sealpost.quorum;

import org.sealpost.protocol.WrongState;

/** There are fewer contributions of different people than the quorum needs. */
public final class QuorumNotReached extends WrongState {
    private static final long serialVersionUID = 1;

    /**
     * @param given contributions of different people
     * @param needed how many are needed
     */
    public QuorumNotReached(int given, int needed) {
        super("quorum-not-reached", given, needed);
    }
}
