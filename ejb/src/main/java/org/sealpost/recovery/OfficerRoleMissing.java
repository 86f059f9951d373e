package org.sealpost.recovery;

import org.sealpost.protocol.BadInput;

/** Somebody who is to be an officer does not have the role in the directory. */
public final class OfficerRoleMissing extends BadInput {
    private static final long serialVersionUID = 1;

    OfficerRoleMissing(String address) {
        super("officer-role-missing", address);
    }
}
