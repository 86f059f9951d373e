package org.sealpost.epf;

import org.sealpost.protocol.NotAuthentic;

/** The password does not open the security file. */
public final class WrongPassword extends NotAuthentic {
    private static final long serialVersionUID = 1;

    WrongPassword() {
        super("wrong-password");
    }
}
