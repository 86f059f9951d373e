package org.sealpost.pki;

import org.sealpost.protocol.BadInput;

/** Domains for which no authority can be trusted; nothing was changed. */
public final class BadMailDomains extends BadInput {
    private static final long serialVersionUID = 1;

    private BadMailDomains(String code, Object... arguments) {
        super(code, arguments);
    }

    static BadMailDomains none() {
        return new BadMailDomains("no-mail-domains");
    }

    static BadMailDomains notOne(String given) {
        return new BadMailDomains("not-a-mail-domain", given);
    }

    static BadMailDomains tooMany(int most) {
        return new BadMailDomains("too-many-mail-domains", most);
    }
}
