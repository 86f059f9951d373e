package org.sealpost.enrolment;

import org.sealpost.protocol.NotFound;

/** The caller left no security file on the server. */
public final class NoRoamingFile extends NotFound {
    private static final long serialVersionUID = 1;

    public NoRoamingFile() {
        super("no-roaming-file");
    }
}
