package org.sealpost.model;

import org.sealpost.protocol.NotAuthentic;

/** Only whoever asked can take a request back; nothing was changed. */
public final class NotTheRequester extends NotAuthentic {
    private static final long serialVersionUID = 1;

    NotTheRequester() {
        super("not-the-requester");
    }
}
