package org.sealpost.enrolment;

import org.sealpost.protocol.BadInput;

/** Only mailboxes of people can be enabled: a group has no keys, its members have. */
public final class NotAMailbox extends BadInput {
    private static final long serialVersionUID = 1;

    NotAMailbox(String address) {
        super("not-a-mailbox", address);
    }
}
