package org.sealpost.revocation;

import java.time.Instant;
import org.sealpost.model.RevocationListRecord;

/**
 * The revocation list that is served now.
 *
 * @param number CRL number
 * @param thisUpdate when it was signed
 * @param nextUpdate from then on it must not be relied on
 * @param encoded the list, DER (RFC 5280 section 5)
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record CurrentList(long number, Instant thisUpdate, Instant nextUpdate, byte[] encoded) {
    static CurrentList of(RevocationListRecord list) {
        return new CurrentList(list.crlNumber(), list.thisUpdate(), list.nextUpdate(), list.encoded());
    }
}
