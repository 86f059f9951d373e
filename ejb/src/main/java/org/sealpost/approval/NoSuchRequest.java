package org.sealpost.approval;

import org.sealpost.protocol.NotFound;

/** There is no request with that number. */
public final class NoSuchRequest extends NotFound {
    private static final long serialVersionUID = 1;

    NoSuchRequest(long id) {
        super("no-such-request", id);
    }
}
