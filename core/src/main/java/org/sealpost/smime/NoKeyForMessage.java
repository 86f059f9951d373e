package org.sealpost.smime;

import org.sealpost.protocol.NotFound;

/** An encrypted message whose recipients do not include any of the keys at hand. */
public final class NoKeyForMessage extends NotFound {
    private static final long serialVersionUID = 1;

    NoKeyForMessage() {
        super("no-key-for-message");
    }
}
