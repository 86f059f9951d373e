package org.sealpost.model;

import org.sealpost.protocol.WrongState;

/** The authority is trusted no longer, so there is nothing to do about it; nothing was changed. */
public final class AuthorityUntrusted extends WrongState {
    private static final long serialVersionUID = 1;

    AuthorityUntrusted(String subject) {
        super("authority-untrusted", subject);
    }
}
