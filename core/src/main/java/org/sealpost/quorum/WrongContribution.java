package org.sealpost.quorum;

import org.sealpost.protocol.NotAuthentic;

/** A contribution does not prove itself: altered, made with a wrong share, or for another request or ciphertext. */
public final class WrongContribution extends NotAuthentic {
    private static final long serialVersionUID = 1;

    private final int holder;

    /** @param holder number of the holder in whose name it was made, from 1 on */
    public WrongContribution(int holder) {
        super("wrong-contribution", holder);
        this.holder = holder;
    }

    /** Number of the holder in whose name it was made. */
    public int holder() {
        return holder;
    }
}
