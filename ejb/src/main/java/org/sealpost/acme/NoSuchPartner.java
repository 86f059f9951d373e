package org.sealpost.acme;

import org.sealpost.protocol.NotFound;

/** No partner has an account with that id. */
public final class NoSuchPartner extends NotFound {
    private static final long serialVersionUID = 1;

    NoSuchPartner(String id) {
        super("no-such-partner", id);
    }
}
