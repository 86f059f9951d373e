package org.sealpost.trust;

import org.sealpost.protocol.WrongState;

/** No administrator has allowed this authority's list to be fetched; nothing was done. */
public final class FetchingNotAllowed extends WrongState {
    private static final long serialVersionUID = 1;

    FetchingNotAllowed(long id) {
        super("fetching-not-allowed", id);
    }
}
