package org.sealpost.recovery;

import org.sealpost.protocol.WrongState;

/** Somebody who is to be an officer has no valid encryption certificate to which a share could be sealed. */
public final class OfficerNotEnrolled extends WrongState {
    private static final long serialVersionUID = 1;

    OfficerNotEnrolled(String address) {
        super("officer-not-enrolled", address);
    }
}
