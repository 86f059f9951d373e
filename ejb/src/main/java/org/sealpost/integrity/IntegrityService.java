package org.sealpost.integrity;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sealpost.audit.RecordedAs;
import org.sealpost.model.Act;

/** The integrity check for the Key Manager's administrators. */
@Stateless
@RolesAllowed("km-admin")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IntegrityService {
    @Inject
    IntegrityRun run;

    @Inject
    IntegrityBook book;

    @Resource
    ManagedExecutorService executor;

    /**
     * Begins a check, unless one is under way; {@link #report} tells how it goes.
     *
     * @throws org.sealpost.lock.KeyManagerUnavailable unless the Key Manager is running
     */
    @RecordedAs(Act.CHECK_INTEGRITY)
    public void begin() {
        run.begin(executor);
    }

    /** Makes a check and waits for it. */
    @RecordedAs(Act.CHECK_INTEGRITY)
    public IntegrityReport check() {
        run.begin(Runnable::run);
        return report().orElseThrow();
    }

    /** The check that is under way or was made last since the server started. */
    public Optional<IntegrityReport> report() {
        return run.last();
    }

    /** What could be mended of the last check's findings: nothing is touched by looking. */
    public List<Proposal> proposals() {
        return report().filter(report -> !report.running()).stream()
                .flatMap(report -> Arrays.stream(Repair.values()).flatMap(repair -> report.of(repair.check()).stream()
                        .filter(found -> !found.good())
                        .map(found -> new Proposal(repair, found.bad()))))
                .toList();
    }

    /**
     * Carries a repair out.
     *
     * @return how many were mended
     */
    @RecordedAs(Act.REPAIR)
    public long repair(Repair repair) {
        return book.repair(repair);
    }
}
