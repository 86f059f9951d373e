package org.sealpost.revocation;

import java.time.Instant;
import org.sealpost.ocsp.OcspRefusal;

/** What whoever asks about a certificate gets. */
public sealed interface StatusReply {
    /**
     * A signed answer.
     *
     * @param encoded OCSPResponse, DER
     * @param thisUpdate when it was signed
     * @param nextUpdate until when it may be relied on
     * @param shared whether it is the answer to everybody who asks the same, and may be kept on the way
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Signed(byte[] encoded, Instant thisUpdate, Instant nextUpdate, boolean shared) implements StatusReply {}

    /** No answer, and why. */
    record Refused(OcspRefusal why) implements StatusReply {}
}
