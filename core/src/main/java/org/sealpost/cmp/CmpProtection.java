package org.sealpost.cmp;

import org.bouncycastle.cert.cmp.CMPException;
import org.bouncycastle.cert.cmp.ProtectedPKIMessage;
import org.bouncycastle.cert.cmp.ProtectedPKIMessageBuilder;

/** What protects an answer: the secret that protected the request, or the Key Manager's own signature. */
public sealed interface CmpProtection permits CmpMac, CmpSigner {
    /** Completes and protects it. */
    ProtectedPKIMessage protect(ProtectedPKIMessageBuilder builder) throws CMPException;
}
