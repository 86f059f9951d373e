package org.sealpost.bulk;

import org.sealpost.protocol.WrongState;

/** The tokens of the bulk run were wiped, were never made, or are still being made. */
public final class NoTokensToTake extends WrongState {
    private static final long serialVersionUID = 1;

    NoTokensToTake(long run) {
        super("no-tokens-to-take", run);
    }
}
