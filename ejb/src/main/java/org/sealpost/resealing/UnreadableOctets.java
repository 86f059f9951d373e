package org.sealpost.resealing;

import org.sealpost.protocol.BadInput;

/** The stored octets of a message cannot be read to their end. */
public final class UnreadableOctets extends BadInput {
    private static final long serialVersionUID = 1;

    UnreadableOctets() {
        super("octets-unreadable");
    }
}
