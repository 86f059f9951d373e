package org.sealpost.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.sealpost.model.Act;
import org.sealpost.model.AuditRecord;
import org.sealpost.model.AuditRecord.Grounds;
import org.sealpost.model.AuditRepository;
import org.sealpost.model.Outcome;

/**
 * Writes the log. An entry locks the end of the chain until its transaction ends, so a success is recorded as the last
 * thing in its transaction; failures need not be recorded by hand, {@link Audited} does it.
 */
@ApplicationScoped
public class AuditLog {
    @Inject
    AuditRepository entries;

    @Inject
    ChainKey chainKey;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /**
     * Records that the act succeeded: in the act's own transaction, so that neither stands without the other.
     *
     * @param subject whom or what it was done to, for people: an address with the mailbox's id, a job's number
     * @param details further values, never secret; may be empty
     */
    @Transactional(Transactional.TxType.REQUIRED)
    public void success(Act act, String subject, String details) {
        success(act, subject, details, Grounds.NONE);
    }

    /** As {@link #success(Act, String, String)}, with who agreed and why. */
    @Transactional(Transactional.TxType.REQUIRED)
    public void success(Act act, String subject, String details, Grounds grounds) {
        success(caller.name(), act, subject, details, grounds);
    }

    /** As {@link #success(Act, String, String)}, for what somebody asked for and the last one who agreed set off. */
    @Transactional(Transactional.TxType.REQUIRED)
    public void success(String actor, Act act, String subject, String details, Grounds grounds) {
        add(new AuditRecord(clock.instant(), actor, act, Outcome.SUCCESS, subject, details, grounds));
    }

    /** Records that the act was refused or failed: in a transaction of its own that survives the act's roll-back. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void failure(Act act, String subject, String details) {
        add(new AuditRecord(clock.instant(), caller.name(), act, Outcome.FAILURE, subject, details));
    }

    /** Records a failure that happened while the database did not answer. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void late(AuditRecord record) {
        add(record);
    }

    private void add(AuditRecord record) {
        entries.add(record, chainKey::authenticate);
    }
}
