package org.sealpost.lock;

import org.sealpost.protocol.BadInput;

/** The recovery shares that were given are not enough, or not different ones. None of them is wrong by itself. */
public final class SharesRefused extends BadInput {
    private static final long serialVersionUID = 1;

    private SharesRefused(String code, Object... arguments) {
        super(code, arguments);
    }

    static SharesRefused tooFew(int given, int needed) {
        return new SharesRefused("too-few-shares", given, needed);
    }

    static SharesRefused twice(int number) {
        return new SharesRefused("share-twice", number);
    }

    /** A set of so many, so many of which are needed, cannot be. */
    static SharesRefused impossible(int needed, int made) {
        return new SharesRefused("impossible-shares", needed, made);
    }
}
