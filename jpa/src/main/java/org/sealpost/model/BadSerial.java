package org.sealpost.model;

import org.sealpost.protocol.BadInput;

/** What was given is no serial number of a certificate. */
public final class BadSerial extends BadInput {
    private static final long serialVersionUID = 1;

    BadSerial() {
        super("bad-serial");
    }
}
