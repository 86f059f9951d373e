package org.sealpost.ocsp;

import java.io.IOException;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;

/** Why a request gets no signed answer (RFC 6960 section 2.3). These are not signed, so they promise nothing. */
public enum OcspRefusal {
    /** It is not a request, or asks for more than is answered at once. */
    MALFORMED_REQUEST(OCSPResponseStatus.MALFORMED_REQUEST),
    /** It would be answered another time: the keys that sign answers are not in memory now. */
    TRY_LATER(OCSPResponseStatus.TRY_LATER),
    /** It is about certificates of another authority. */
    UNAUTHORIZED(OCSPResponseStatus.UNAUTHORIZED);

    private final int code;

    OcspRefusal(int code) {
        this.code = code;
    }

    /** The OCSPResponse, DER. */
    public byte[] encoded() {
        try {
            return new OCSPResponse(new OCSPResponseStatus(code), null).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("a status encodes", e);
        }
    }
}
