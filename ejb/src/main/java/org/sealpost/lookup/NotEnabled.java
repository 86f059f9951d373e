package org.sealpost.lookup;

import org.sealpost.protocol.NotFound;

/** No mail can be sealed to that address, or nobody has it. */
public final class NotEnabled extends NotFound {
    private static final long serialVersionUID = 1;

    NotEnabled(String address) {
        super("no-certificate-for-address", address);
    }
}
