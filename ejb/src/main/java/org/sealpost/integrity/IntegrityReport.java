package org.sealpost.integrity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the last check has shown.
 *
 * @param begun when
 * @param running whether it goes on; then the findings are those so far
 * @param looked rows that were looked at
 * @param failed whether it was broken off
 */
public record IntegrityReport(Instant begun, boolean running, long looked, boolean failed, List<Findings> findings) {
    public IntegrityReport {
        findings = List.copyOf(findings);
    }

    /** Whether it is complete and everything holds. */
    public boolean good() {
        return !running && !failed && findings.stream().allMatch(Findings::good);
    }

    /** What a check has found, once it is through. */
    public Optional<Findings> of(Check check) {
        return findings.stream().filter(found -> found.check() == check).findFirst();
    }
}
