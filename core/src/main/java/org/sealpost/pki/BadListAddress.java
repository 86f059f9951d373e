package org.sealpost.pki;

import org.sealpost.protocol.BadInput;

/** Nothing can be fetched from what was typed. */
public final class BadListAddress extends BadInput {
    private static final long serialVersionUID = 1;

    BadListAddress(String address) {
        super("bad-list-address", address);
    }
}
