package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** Checkpoints of the audit log: added, never changed or removed. */
@Dependent
public class AuditCheckpointRepository {
    private final EntityManager database;

    @Inject
    public AuditCheckpointRepository(EntityManager database) {
        this.database = database;
    }

    public void add(AuditCheckpoint checkpoint) {
        database.persist(checkpoint);
        database.flush();
    }

    /** Where the log ends, which stays so until the end of the transaction. */
    public AuditChain lockEnd() {
        AuditChain chain = database.find(AuditChain.class, AuditChain.ONLY, LockModeType.PESSIMISTIC_WRITE);
        database.refresh(chain, LockModeType.PESSIMISTIC_WRITE);
        return chain;
    }

    /** The checkpoint of the highest entry. */
    public Optional<AuditCheckpoint> last() {
        return page(Optional.empty(), 1).rows().stream().findFirst();
    }

    /** Checkpoints, newest first. */
    public Page<AuditCheckpoint> page(Optional<String> before, int limit) {
        List<AuditCheckpoint> found = database.createQuery(
                        "select c from AuditCheckpoint c where c.number < :before order by c.number desc",
                        AuditCheckpoint.class)
                .setParameter("before", AuditQuery.before(before))
                .setMaxResults(limit + 1)
                .getResultList();
        return Page.of(found, limit, one -> Long.toString(one.statement().number()));
    }

    /** Checkpoints after a number in the order of the log, at most {@code limit}. */
    public List<AuditCheckpoint> after(long number, int limit) {
        return database.createQuery(
                        "select c from AuditCheckpoint c where c.number > :number order by c.number",
                        AuditCheckpoint.class)
                .setParameter("number", number)
                .setMaxResults(limit)
                .getResultList();
    }
}
