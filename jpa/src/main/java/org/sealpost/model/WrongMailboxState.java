package org.sealpost.model;

import org.sealpost.protocol.WrongState;

/** The mailbox is in a state in which this cannot be done to it; nothing was changed. */
public final class WrongMailboxState extends WrongState {
    private static final long serialVersionUID = 1;

    WrongMailboxState(String address, MailboxState state, MailboxVerb verb) {
        super("wrong-mailbox-state", address, state, verb);
    }
}
