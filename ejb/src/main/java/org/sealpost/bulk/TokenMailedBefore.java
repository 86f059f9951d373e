package org.sealpost.bulk;

import org.sealpost.protocol.WrongState;

/** The token was sent to its mailbox before, and nobody asked for that to be done again. */
public final class TokenMailedBefore extends WrongState {
    private static final long serialVersionUID = 1;

    TokenMailedBefore(String address) {
        super("token-mailed-before", address);
    }
}
