package org.sealpost.revocation;

import org.sealpost.model.MailboxId;
import org.sealpost.protocol.NotFound;

/** The mailbox never had a certificate. */
public final class NothingToRevoke extends NotFound {
    private static final long serialVersionUID = 1;

    NothingToRevoke(MailboxId mailbox) {
        super("nothing-to-revoke", mailbox);
    }
}
