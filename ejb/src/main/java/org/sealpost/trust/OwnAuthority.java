package org.sealpost.trust;

import org.sealpost.protocol.BadInput;

/** It is the organisation's own authority, which is trusted anyway; nothing was changed. */
public final class OwnAuthority extends BadInput {
    private static final long serialVersionUID = 1;

    OwnAuthority() {
        super("own-authority");
    }
}
