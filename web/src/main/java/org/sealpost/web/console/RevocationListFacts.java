package org.sealpost.web.console;

import java.security.cert.X509CRLEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.sealpost.pki.Certificates;
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
 */
public record RevocationListFacts(
        long number, Instant thisUpdate, long ageHours, Instant nextUpdate, boolean overdue, int entries) {

    static RevocationListFacts of(CurrentList list, Clock clock) {
        Instant now = clock.instant();
        Set<? extends X509CRLEntry> entries =
                Certificates.parseCrl(list.encoded()).getRevokedCertificates();
        return new RevocationListFacts(
                list.number(),
                list.thisUpdate(),
                Duration.between(list.thisUpdate(), now).toHours(),
                list.nextUpdate(),
                now.isAfter(list.nextUpdate()),
                entries == null ? 0 : entries.size());
    }
}
