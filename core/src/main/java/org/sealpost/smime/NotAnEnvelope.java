package org.sealpost.smime;

import org.sealpost.protocol.BadInput;

/** A message that cannot get a new envelope because it has none: its outermost layer is no encryption. */
public final class NotAnEnvelope extends BadInput {
    private static final long serialVersionUID = 1;

    /** Nothing more is known of it. */
    public NotAnEnvelope() {
        super("not-an-envelope");
    }
}
