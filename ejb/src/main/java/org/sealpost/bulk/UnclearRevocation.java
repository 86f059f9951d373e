package org.sealpost.bulk;

import org.sealpost.protocol.BadInput;

/** A run that revokes has no cause or no reason, or one that does not revoke has a cause. */
public final class UnclearRevocation extends BadInput {
    private static final long serialVersionUID = 1;

    UnclearRevocation() {
        super("unclear-revocation");
    }
}
