package org.sealpost.mailbox;

import org.sealpost.protocol.NotFound;

/** No roaming copy of the security file is kept here, and none was given with the request. */
public final class NoSecurityFile extends NotFound {
    private static final long serialVersionUID = 1;

    NoSecurityFile() {
        super("no-security-file");
    }
}
