package org.sealpost.integrity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sealpost.lock.KeyRing;

/** The check that is under way or was made last; one at a time. */
@ApplicationScoped
class IntegrityRun {
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile Optional<IntegrityReport> report = Optional.empty();

    @Inject
    CertificateWalk walk;

    @Inject
    KeyChecks keys;

    @Inject
    IntegrityBook book;

    @Inject
    KeyRing ring;

    @Inject
    Clock clock;

    Optional<IntegrityReport> last() {
        return report;
    }

    /** Begins a check, unless one is under way. */
    void begin(Executor executor) {
        ring.requireRunning();
        if (running.compareAndSet(false, true)) {
            report = Optional.of(new IntegrityReport(clock.instant(), true, 0, false, List.of()));
            boolean begun = false;
            try {
                executor.execute(this::work);
                begun = true;
            } finally {
                if (!begun) {
                    running.set(false);
                }
            }
        }
    }

    private void work() {
        Instant begun = clock.instant();
        List<Findings> findings = new ArrayList<>();
        boolean complete = false;
        try {
            walkCertificates(begun, findings);
            walkEscrow(begun, findings);
            findings.add(keys.revocationList());
            findings.add(keys.hierarchy());
            findings.add(keys.stock());
            findings.add(keys.auditChain());
            book.enter(findings);
            complete = true;
        } finally {
            report = Optional.of(new IntegrityReport(begun, false, looked(findings), !complete, findings));
            running.set(false);
        }
    }

    private void walkCertificates(Instant begun, List<Findings> findings) {
        Findings.Growing chain = new Findings.Growing(Check.CERTIFICATE_CHAIN);
        Findings.Growing escrow = new Findings.Growing(Check.ESCROW_THERE);
        Findings.Growing rules = new Findings.Growing(Check.CERTIFICATE_RULES);
        String from = "";
        for (Optional<String> last = walk.certificates(from, chain, escrow, rules);
                last.isPresent();
                last = walk.certificates(from, chain, escrow, rules)) {
            from = last.get();
            show(begun, findings, chain.done().looked());
        }
        findings.add(chain.done());
        findings.add(escrow.done());
        findings.add(rules.done());
    }

    private void walkEscrow(Instant begun, List<Findings> findings) {
        Findings.Growing form = new Findings.Growing(Check.ESCROW_FORM);
        Findings.Growing bound = new Findings.Growing(Check.ESCROW_BOUND);
        String from = "";
        for (Optional<String> last = walk.escrowedKeys(from, form, bound);
                last.isPresent();
                last = walk.escrowedKeys(from, form, bound)) {
            from = last.get();
            show(begun, findings, looked(findings) + form.done().looked());
        }
        findings.add(form.done());
        findings.add(bound.done());
    }

    private void show(Instant begun, List<Findings> findings, long looked) {
        report = Optional.of(new IntegrityReport(begun, true, looked, false, findings));
    }

    private static long looked(List<Findings> findings) {
        return findings.stream().mapToLong(Findings::looked).sum();
    }
}
