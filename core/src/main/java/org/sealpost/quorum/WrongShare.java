package org.sealpost.quorum;

import org.sealpost.protocol.NotAuthentic;

/** A share is not the one that its holder was given: altered, or of another set of people. */
public final class WrongShare extends NotAuthentic {
    private static final long serialVersionUID = 1;

    private final int holder;

    /** @param holder number of the holder, from 1 on */
    public WrongShare(int holder) {
        super("wrong-share", holder);
        this.holder = holder;
    }

    /** Number of the holder whose share it should be. */
    public int holder() {
        return holder;
    }
}
