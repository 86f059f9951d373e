package org.sealpost.mailbox;

import org.sealpost.protocol.WrongState;

/**
 * The security file's signing certificate is not the sender's, was revoked or has run out: what it signs nobody would
 * trust. Argument: the mailbox that the file names.
 */
public final class OutdatedSecurityFile extends WrongState {
    private static final long serialVersionUID = 1;

    OutdatedSecurityFile(String mailbox) {
        super("outdated-security-file", mailbox);
    }
}
