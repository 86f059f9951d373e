package org.sealpost.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.sealpost.model.Act;
import org.sealpost.model.AuditRecord;
import org.sealpost.model.Outcome;

/**
 * Failures that could not be recorded because the database was gone. They are in the server's own log at once, and in the
 * audit log, with the time at which they happened, once the database is back.
 */
@ApplicationScoped
class LateEntries {
    /** What is kept at most; more of them are in the server's log only. */
    static final int MOST = 1000;

    private static final Logger LOG = System.getLogger(LateEntries.class.getName());

    @Inject
    AuditLog audit;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    private final Deque<AuditRecord> kept = new ArrayDeque<>();

    synchronized void keep(Act act, String subject, String details) {
        AuditRecord record = new AuditRecord(
                clock.instant(), caller.name(), act, Outcome.FAILURE, subject, details + ", recorded late");
        LOG.log(
                Level.WARNING,
                "{0} of {1} by {2} failed and cannot be recorded yet: {3}",
                act,
                subject,
                record.actor(),
                details);
        if (kept.size() < MOST) {
            kept.add(record);
        }
    }

    /** Writes what is kept, oldest first, until the database fails again. */
    synchronized void write() {
        for (@Nullable AuditRecord next = kept.peek(); next != null; next = kept.peek()) {
            audit.late(next);
            kept.remove();
        }
    }
}
