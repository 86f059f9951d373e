package org.sealpost.certification;

import org.sealpost.protocol.NotAuthentic;

/** Login, token and request of an EST client do not belong together; the code tells what is wrong. */
public final class EstRefused extends NotAuthentic {
    private static final long serialVersionUID = 1;

    private EstRefused(String code, Object... arguments) {
        super(code, arguments);
    }

    /** Neither a token nor the directory's password. */
    static EstRefused login() {
        return new EstRefused("est-login");
    }

    /** The token or the request is for another mailbox. */
    static EstRefused otherMailbox() {
        return new EstRefused("est-other-mailbox");
    }

    /** The request is not signed by a signing key in force. */
    static EstRefused notVouched() {
        return new EstRefused("est-not-vouched");
    }

    /** Whether another login may help. */
    public boolean asksForLogin() {
        return code().equals("est-login");
    }
}
