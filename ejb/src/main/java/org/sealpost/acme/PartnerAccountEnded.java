package org.sealpost.acme;

import org.sealpost.protocol.WrongState;

/** The account was given up or ended before; nothing was changed. */
public final class PartnerAccountEnded extends WrongState {
    private static final long serialVersionUID = 1;

    PartnerAccountEnded(String id) {
        super("partner-account-ended", id);
    }
}
