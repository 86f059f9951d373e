package org.sealpost.enrolment;

import org.sealpost.protocol.NotAuthentic;

/** The enrolment names another mailbox than the one of whoever is logged in. */
public final class WrongAddress extends NotAuthentic {
    private static final long serialVersionUID = 1;

    WrongAddress(String named, String own) {
        super("wrong-address", named, own);
    }
}
