package org.sealpost.web.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.sealpost.revocation.CurrentList;
import org.sealpost.revocation.ListAge;

/**
 * What the service page says of the revocation list.
 *
 * @param number its number
 * @param thisUpdate when it was signed
 * @param ageHours whole hours since then
 * @param nextUpdate when the next one is due at the latest
 * @param overdue whether that moment has passed
 * @param late whether renewals are missing while it is good yet
 * @param hoursLeft whole hours that it is good for; negative once it is overdue
 * @param entries how many certificates are on it
 */
public record RevocationListFacts(
        long number,
        Instant thisUpdate,
        long ageHours,
        Instant nextUpdate,
        boolean overdue,
        boolean late,
        long hoursLeft,
        int entries) {

    static RevocationListFacts of(CurrentList list, Clock clock) {
        Instant now = clock.instant();
        return new RevocationListFacts(
                list.number(),
                list.thisUpdate(),
                Duration.between(list.thisUpdate(), now).toHours(),
                list.nextUpdate(),
                list.age(now) == ListAge.OVERDUE,
                list.age(now) == ListAge.LATE,
                Duration.between(now, list.nextUpdate()).toHours(),
                list.entries());
    }
}
