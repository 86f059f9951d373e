package org.sealpost.smime;

import org.sealpost.protocol.BadInput;

/** A message beyond one of the bounds on hostile input. Arguments: what there was too much of, and the bound. */
public final class SealTooLarge extends BadInput {
    private static final long serialVersionUID = 1;

    SealTooLarge(String what, long bound) {
        super("seal-too-large", what, bound);
    }
}
