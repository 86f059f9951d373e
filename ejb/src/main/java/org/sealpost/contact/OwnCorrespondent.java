package org.sealpost.contact;

import org.sealpost.protocol.BadInput;

/** The author is in the organisation's own directory, which says how to seal to him; nothing was added. */
public final class OwnCorrespondent extends BadInput {
    private static final long serialVersionUID = 1;

    OwnCorrespondent(String address) {
        super("own-correspondent", address);
    }
}
