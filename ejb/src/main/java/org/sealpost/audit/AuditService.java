package org.sealpost.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sealpost.model.Act;
import org.sealpost.model.AuditChain;
import org.sealpost.model.AuditCheckpoint;
import org.sealpost.model.AuditCheckpointRepository;
import org.sealpost.model.AuditEntry;
import org.sealpost.model.AuditQuery;
import org.sealpost.model.AuditRepository;
import org.sealpost.model.Page;

/** Reading, checking and taking out the log. */
@Stateless
@RolesAllowed({"auditor", "km-admin"})
public class AuditService {
    private static final int STEP = 500;
    private static final int MOST_CHECKPOINTS = 100_000;

    @Inject
    AuditRepository entries;

    @Inject
    AuditCheckpointRepository checkpoints;

    @Inject
    Checkpoints signing;

    @Inject
    ChainKey chainKey;

    @Inject
    AuditLog audit;

    /** Entries, newest first; each page is asked for with the key that the one before gave. */
    public Page<AuditLine> page(AuditQuery query, Optional<String> key, int limit) {
        return entries.page(query, key, limit).map(AuditLine::of);
    }

    /** Checkpoints, newest first; each page is asked for with the key that the one before gave. */
    public Page<LogCheckpoint> checkpoints(Optional<String> key, int limit) {
        return checkpoints.page(key, limit).map(LogCheckpoint::new);
    }

    /** Signs where the log stands now; empty while the Key Manager does not run or when there is nothing new. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<LogCheckpoint> signCheckpoint() {
        return signing.sign().map(LogCheckpoint::new);
    }

    /** As {@link #verifyChain(List)}, with the checkpoints that the database and this server know. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public ChainReport verifyChain() {
        return verifyChain(List.of());
    }

    /**
     * Walks the whole chain, some hundred entries at a time, in memory that does not grow with the log.
     *
     * @param kept checkpoints that were kept elsewhere: they tell also what was cut off together with its checkpoints
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public ChainReport verifyChain(List<AuditCheckpoint> kept) {
        ChainWalk walk = new ChainWalk(chainKey, known(kept));
        AuditChain end = entries.chain();
        long lastNumber = end.lastNumber();
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
        return walk.arrive(end);
    }

    /** Read before the end of the chain is: so that none of them lies behind the walk's end. Each one once. */
    private List<AuditCheckpoint> known(List<AuditCheckpoint> kept) {
        return Stream.of(kept, signing.remembered(), checkpoints.after(0, MOST_CHECKPOINTS))
                .flatMap(List::stream)
                .collect(Collectors.toMap(
                        one -> List.of(new LogCheckpoint(one).line(), new LogCheckpoint(one).signature()),
                        Function.identity(),
                        (first, same) -> first))
                .values()
                .stream()
                .toList();
    }

    /**
     * Writes every entry that the query asks for, newest first, page by page; memory does not grow with them. Leaves one
     * entry of its own, before the first is written.
     *
     * @throws IOException when the receiver does not take them
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void export(AuditQuery query, AuditFormat format, OutputStream out) throws IOException {
        audit.success(Act.EXPORT_AUDIT, format.name(), query.toString());
        try (AuditWriter writer = AuditWriter.of(format, out)) {
            Optional<String> key = Optional.empty();
            do {
                Page<AuditEntry> page = entries.page(query, key, STEP);
                for (AuditEntry entry : page.rows()) {
                    writer.write(entry);
                }
                key = page.nextKey();
            } while (key.isPresent());
        }
    }
}
