package org.sealpost.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.sealpost.model.AuditChain;
import org.sealpost.model.AuditEntry;
import org.sealpost.model.AuditQuery;
import org.sealpost.model.AuditRepository;
import org.sealpost.model.Page;

/** Reading and checking the log. */
@Stateless
@RolesAllowed({"auditor", "km-admin"})
public class AuditService {
    private static final int STEP = 500;

    @Inject
    AuditRepository entries;

    @Inject
    ChainKey chainKey;

    /** Entries, newest first; each page is asked for with the key that the one before gave. */
    public Page<AuditLine> page(AuditQuery query, Optional<String> key, int limit) {
        return entries.page(query, key, limit).map(AuditLine::of);
    }

    /** Walks the whole chain, some hundred entries at a time, in memory that does not grow with the log. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public ChainReport verifyChain() {
        AuditChain end = entries.chain();
        long lastNumber = end.lastNumber();
        byte[] lastHash = end.lastHash();
        ChainWalk walk = new ChainWalk(chainKey);
        while (walk.number() < lastNumber) {
            List<AuditEntry> step = entries.after(walk.number(), STEP).stream()
                    .filter(entry -> entry.number() <= lastNumber)
                    .toList();
            for (AuditEntry entry : step) {
                Optional<ChainReport.Broken> broken = walk.pass(entry);
                if (broken.isPresent()) {
                    return broken.get();
                }
            }
            if (step.isEmpty()) {
                break;
            }
        }
        return walk.arrive(lastNumber, lastHash);
    }
}
