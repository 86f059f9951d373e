package org.sealpost.revocation;

import java.time.Duration;
import java.time.Instant;
import org.sealpost.model.RevocationListRecord;

/**
 * The revocation list that is served now.
 *
 * @param number CRL number
 * @param thisUpdate when it was signed
 * @param nextUpdate from then on it must not be relied on
 * @param entries how many certificates it names
 * @param encoded the list, DER (RFC 5280 section 5)
 * @param delta the delta list that goes with it, DER
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record CurrentList(
        long number, Instant thisUpdate, Instant nextUpdate, int entries, byte[] encoded, byte[] delta) {
    /** How well it stands at that instant. */
    public ListAge age(Instant now) {
        if (!now.isBefore(nextUpdate)) {
            return ListAge.OVERDUE;
        }
        Duration late = Duration.between(thisUpdate, nextUpdate).multipliedBy(2).dividedBy(3);
        return now.isBefore(thisUpdate.plus(late)) ? ListAge.FRESH : ListAge.LATE;
    }

    static CurrentList of(RevocationListRecord list) {
        return new CurrentList(
                list.crlNumber(),
                list.thisUpdate(),
                list.nextUpdate(),
                list.entries(),
                list.encoded(),
                list.delta().encoded());
    }
}
