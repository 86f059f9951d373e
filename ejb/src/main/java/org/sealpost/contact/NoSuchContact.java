package org.sealpost.contact;

import org.sealpost.protocol.NotFound;

/** The caller has no such contact. */
public final class NoSuchContact extends NotFound {
    private static final long serialVersionUID = 1;

    NoSuchContact() {
        super("no-such-contact");
    }
}
