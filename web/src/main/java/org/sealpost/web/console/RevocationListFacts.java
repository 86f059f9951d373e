package org.sealpost.web.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.sealpost.revocation.CurrentList;

/**
 * What the service page says of the revocation list.
 *
 * @param number its number
 * @param thisUpdate when it was signed
 * @param ageHours whole hours since then
 * @param nextUpdate when the next one is due at the latest
 * @param overdue whether that moment has passed
 * @param entries how many certificates are on it
 * @param delta whether there is a list of the changes alone
 */
public record RevocationListFacts(
        long number,
        Instant thisUpdate,
        long ageHours,
        Instant nextUpdate,
        boolean overdue,
        int entries,
        boolean delta) {

    static RevocationListFacts of(CurrentList list, Clock clock) {
        Instant now = clock.instant();
        return new RevocationListFacts(
                list.number(),
                list.thisUpdate(),
                Duration.between(list.thisUpdate(), now).toHours(),
                list.nextUpdate(),
                now.isAfter(list.nextUpdate()),
                list.entries(),
                list.delta().isPresent());
    }
}
