package org.sealpost.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.model.AuditCheckpoint;
import org.sealpost.model.AuditCheckpoint.Statement;

/**
 * Signs where the log stands: when the keys have come into memory, after every thousand entries, every hour in which
 * there were any, and before the keys go. Each one also goes into the server's own log, so that a copy lies outside the
 * database; the last one is remembered, so that a log cut while the server runs is found out by the server alone.
 */
@ApplicationScoped
public class Checkpoints {
    /** Most entries without a checkpoint. */
    static final long ENTRIES = 1000;

    /** Longest time without a checkpoint, when there are new entries. */
    static final Duration AGE = Duration.ofHours(1);

    private static final Logger LOG = System.getLogger(Checkpoints.class.getName());

    @Inject
    CheckpointDesk desk;

    @Inject
    ChainKey chainKey;

    @Inject
    Clock clock;

    private volatile @Nullable AuditCheckpoint remembered;

    /** Signs now, if there is anything new and the Key Manager runs. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Optional<AuditCheckpoint> sign() {
        Optional<AuditCheckpoint> signed = desk.sign(chainKey.isOpening());
        chainKey.opened();
        signed.ifPresent(this::announce);
        return signed;
    }

    /** Signs when it is time to. */
    void signIfDue() {
        if (chainKey.isOpen() && (chainKey.isOpening() || isDue())) {
            sign();
        }
    }

    private boolean isDue() {
        Optional<Statement> last = desk.last().map(AuditCheckpoint::statement);
        long since = desk.lastEntry() - last.map(Statement::number).orElse(0L);
        Instant when = last.map(Statement::at).orElse(Instant.EPOCH);
        return since >= ENTRIES || since > 0 && !when.plus(AGE).isAfter(clock.instant());
    }

    /** The last one this server signed, whatever lies in the database now. */
    List<AuditCheckpoint> remembered() {
        AuditCheckpoint last = remembered;
        return last == null ? List.of() : List.of(last);
    }

    private void announce(AuditCheckpoint signed) {
        remembered = signed;
        String line = new String(signed.statement().encoded(), StandardCharsets.US_ASCII).strip();
        LOG.log(Level.INFO, "{0} signature {1}", line, Base64.getEncoder().encodeToString(signed.signature()));
    }
}
