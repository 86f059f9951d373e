package org.sealpost.lock;

import org.sealpost.crypto.RecoveryShare;
import org.sealpost.protocol.NotAuthentic;

/** A recovery share that reads well but is not one of the present set; the next try has to wait. */
public final class WrongShare extends NotAuthentic {
    private static final long serialVersionUID = 1;

    private WrongShare(String code, Object... arguments) {
        super(code, arguments);
    }

    /** @param expected fingerprint of the set that is valid now */
    static WrongShare ofAnotherSet(RecoveryShare share, String expected) {
        return new WrongShare("share-of-another-set", share.number(), share.set(), expected);
    }

    /** Set and number are right, the rest is not. */
    static WrongShare mistyped(RecoveryShare share) {
        return new WrongShare("wrong-recovery-share", share.number());
    }
}
