package org.sealpost.bulk;

import org.sealpost.protocol.WrongState;

/** Tokens do not go by mail on this server; nothing was sent. */
public final class TokenMailForbidden extends WrongState {
    private static final long serialVersionUID = 1;

    TokenMailForbidden() {
        super("token-mail-forbidden");
    }
}
