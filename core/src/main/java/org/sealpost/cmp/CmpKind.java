package org.sealpost.cmp;

import java.util.Arrays;
import org.bouncycastle.asn1.cmp.PKIBody;

/** What a message asks for (RFC 9810 section 5.1.2). */
public enum CmpKind {
    /** First certificates ({@code ir}). */
    INITIALIZATION(PKIBody.TYPE_INIT_REQ, PKIBody.TYPE_INIT_REP),
    /** A further certificate ({@code cr}). */
    CERTIFICATION(PKIBody.TYPE_CERT_REQ, PKIBody.TYPE_CERT_REP),
    /** New keys for old ({@code kur}). */
    KEY_UPDATE(PKIBody.TYPE_KEY_UPDATE_REQ, PKIBody.TYPE_KEY_UPDATE_REP),
    /** The end of a certificate ({@code rr}). */
    REVOCATION(PKIBody.TYPE_REVOCATION_REQ, PKIBody.TYPE_REVOCATION_REP),
    /** Whether what was issued is accepted ({@code certConf}). */
    CONFIRMATION(PKIBody.TYPE_CERT_CONFIRM, PKIBody.TYPE_CONFIRM),
    /** What is published ({@code genm}). */
    QUESTION(PKIBody.TYPE_GEN_MSG, PKIBody.TYPE_GEN_REP),
    /** The program's own failure ({@code error}); it is told that this was heard. */
    ERROR(PKIBody.TYPE_ERROR, PKIBody.TYPE_CONFIRM),
    /** Anything else. */
    OTHER(-1, PKIBody.TYPE_ERROR);

    private final int request;
    private final int reply;

    CmpKind(int request, int reply) {
        this.request = request;
        this.reply = reply;
    }

    static CmpKind of(int type) {
        return Arrays.stream(values())
                .filter(kind -> kind.request == type)
                .findFirst()
                .orElse(OTHER);
    }

    int reply() {
        return reply;
    }

    /** Whether it asks for certificates. */
    public boolean asksForCertificates() {
        return this == INITIALIZATION || this == CERTIFICATION || this == KEY_UPDATE;
    }
}
