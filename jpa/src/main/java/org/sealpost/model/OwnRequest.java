package org.sealpost.model;

import org.sealpost.protocol.NotAuthentic;

/** Nobody agrees to a request of his own, whatever login or session he comes by; nothing was changed. */
public final class OwnRequest extends NotAuthentic {
    private static final long serialVersionUID = 1;

    OwnRequest() {
        super("own-request");
    }
}
