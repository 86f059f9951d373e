package org.sealpost.contact;

import org.sealpost.protocol.BadInput;

/** The message brings no certificate of its author to which mail could be encrypted; nothing was added. */
public final class NoKeyOffered extends BadInput {
    private static final long serialVersionUID = 1;

    NoKeyOffered() {
        super("no-key-offered");
    }
}
