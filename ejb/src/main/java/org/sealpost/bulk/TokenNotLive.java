package org.sealpost.bulk;

import org.sealpost.protocol.WrongState;

/** The token is not, or no longer, the one that counts for that mailbox; nothing was sent. */
public final class TokenNotLive extends WrongState {
    private static final long serialVersionUID = 1;

    TokenNotLive(String address) {
        super("token-not-live", address);
    }
}
