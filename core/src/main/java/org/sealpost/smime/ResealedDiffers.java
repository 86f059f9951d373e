package org.sealpost.smime;

import org.sealpost.protocol.WrongState;

/** A message in its new envelope did not open to what the old one held; the old one must stay. Argument: what differs. */
public final class ResealedDiffers extends WrongState {
    private static final long serialVersionUID = 1;

    ResealedDiffers(String what) {
        super("resealed-differs", what);
    }
}
