package org.sealpost.integrity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Collectors;
import org.sealpost.audit.AuditLog;
import org.sealpost.audit.Audited;
import org.sealpost.issuing.KeyPool;
import org.sealpost.model.Act;
import org.sealpost.revocation.RevocationService;

/** What a check leaves behind: an entry in the audit log, and repairs that somebody has asked for. */
@ApplicationScoped
@Transactional
class IntegrityBook {
    private static final String SUBJECT = "Integrity check";

    @Inject
    AuditLog audit;

    @Inject
    RevocationService revocation;

    @Inject
    KeyPool pool;

    void enter(List<Findings> findings) {
        String bad = findings.stream()
                .filter(found -> !found.good())
                .map(found -> found.check() + " " + found.bad())
                .collect(Collectors.joining(", "));
        audit.success(Act.CHECK_INTEGRITY, SUBJECT, bad.isEmpty() ? "everything holds" : bad);
    }

    /** @return how many were mended */
    @Audited(Act.REPAIR)
    long repair(Repair repair) {
        long mended =
                switch (repair) {
                    case SIGN_REVOCATION_LIST -> {
                        revocation.signNow();
                        yield 1;
                    }
                    case DISCARD_STOCK -> pool.discardUnopenable();
                };
        audit.success(Act.REPAIR, SUBJECT, repair + " " + mended);
        return mended;
    }
}
