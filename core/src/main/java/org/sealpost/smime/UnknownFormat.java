package org.sealpost.smime;

import org.sealpost.protocol.BadInput;

/** A message that is sealed in a way that no edition knows. Argument: the object identifier or name of it. */
public final class UnknownFormat extends BadInput {
    private static final long serialVersionUID = 1;

    UnknownFormat(String identifier) {
        super("unknown-format", identifier);
    }
}
