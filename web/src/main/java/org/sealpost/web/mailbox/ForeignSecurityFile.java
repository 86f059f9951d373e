package org.sealpost.web.mailbox;

import org.sealpost.protocol.BadInput;

/** The security file that was brought belongs to another mailbox. Arguments: its mailbox, the caller's. */
public final class ForeignSecurityFile extends BadInput {

    private static final long serialVersionUID = 1L;

    ForeignSecurityFile(String mailbox, String own) {
        super("foreign-security-file", mailbox, own);
    }
}
