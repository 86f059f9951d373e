package org.sealpost.trust;

import org.sealpost.protocol.BadInput;

/** Nobody else's authority may vouch for addresses at a domain of our own; nothing was changed. */
public final class OwnDomain extends BadInput {
    private static final long serialVersionUID = 1;

    OwnDomain(String domain) {
        super("own-domain", domain);
    }
}
