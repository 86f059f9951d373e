package org.sealpost.trust;

import org.sealpost.pki.ListAddress;
import org.sealpost.protocol.Unavailable;

/** The revocation list could not be fetched; the one before is kept. */
public final class ListNotFetched extends Unavailable {
    private static final long serialVersionUID = 1;

    /** @param cause what went wrong, in a few words */
    ListNotFetched(ListAddress address, String cause) {
        super("list-not-fetched", address.toString(), cause);
    }
}
