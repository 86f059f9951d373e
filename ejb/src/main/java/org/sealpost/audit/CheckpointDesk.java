package org.sealpost.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.sealpost.model.AuditChain;
import org.sealpost.model.AuditCheckpoint;
import org.sealpost.model.AuditCheckpointRepository;
import org.sealpost.model.AuditRepository;

/** The database's part of signing a checkpoint; each call is one transaction. */
@ApplicationScoped
@Transactional
class CheckpointDesk {
    @Inject
    AuditCheckpointRepository checkpoints;

    @Inject
    AuditRepository entries;

    @Inject
    ChainKey chainKey;

    @Inject
    Clock clock;

    /** Signs the end of the log, which waits for entries under way; empty when that is signed already. */
    Optional<AuditCheckpoint> sign(boolean opening) {
        AuditChain end = checkpoints.lockEnd();
        long signed = last().map(one -> one.statement().number()).orElse(0L);
        if (end.lastNumber() <= signed) {
            return Optional.empty();
        }
        Optional<AuditCheckpoint> made = chainKey.sign(
                new AuditCheckpoint.Statement(end.lastNumber(), end.lastHash(), clock.instant(), opening));
        made.ifPresent(checkpoints::add);
        return made;
    }

    Optional<AuditCheckpoint> last() {
        return checkpoints.last();
    }

    long lastEntry() {
        return entries.chain().lastNumber();
    }
}
