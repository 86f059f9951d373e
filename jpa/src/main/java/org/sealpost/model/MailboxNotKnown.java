package org.sealpost.model;

import org.sealpost.protocol.NotFound;

/** Advanced Security was never enabled for this mailbox, or the directory does not have it. */
public final class MailboxNotKnown extends NotFound {
    private static final long serialVersionUID = 1;

    /** @param mailbox its id, or the address or login name that was looked for */
    public MailboxNotKnown(Object mailbox) {
        super("mailbox-not-known", String.valueOf(mailbox));
    }
}
