package org.sealpost.lock;

import org.sealpost.protocol.BadInput;

/** The start-up password that was chosen is too short. */
public final class ShortStartupPassword extends BadInput {
    private static final long serialVersionUID = 1;

    ShortStartupPassword() {
        super("short-startup-password", SetUp.SHORTEST_PASSWORD);
    }
}
