package org.sealpost.trust;

import org.sealpost.protocol.NotFound;

/** There is no authority with that number. */
public final class NoSuchAuthority extends NotFound {
    private static final long serialVersionUID = 1;

    NoSuchAuthority(long id) {
        super("no-such-authority", id);
    }
}
