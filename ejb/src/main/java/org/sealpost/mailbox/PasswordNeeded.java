package org.sealpost.mailbox;

import org.sealpost.protocol.NotAuthentic;

/** The message is sealed, and no password was given. */
public final class PasswordNeeded extends NotAuthentic {
    private static final long serialVersionUID = 1;

    PasswordNeeded() {
        super("password-needed");
    }
}
