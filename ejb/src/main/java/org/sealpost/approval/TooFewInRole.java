package org.sealpost.approval;

import org.sealpost.protocol.BadInput;

/** So few people have the role that nobody could ever agree; nothing was changed. */
public final class TooFewInRole extends BadInput {
    private static final long serialVersionUID = 1;

    TooFewInRole(String role, long people) {
        super("too-few-in-role", role, people);
    }
}
