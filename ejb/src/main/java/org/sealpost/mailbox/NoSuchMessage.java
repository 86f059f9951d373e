package org.sealpost.mailbox;

import org.sealpost.protocol.NotFound;

/** The caller's mailbox has no such message: deleted, or another's. */
public final class NoSuchMessage extends NotFound {
    private static final long serialVersionUID = 1;

    NoSuchMessage() {
        super("no-such-message");
    }
}
