package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Transactions of the Certificate Management Protocol. */
@Dependent
public class CmpTransactionRepository {
    private final EntityManager database;

    @Inject
    public CmpTransactionRepository(EntityManager database) {
        this.database = database;
    }

    /** Keeps one; its name fails here at once if somebody used it meanwhile. */
    public void add(CmpTransaction begun) {
        database.persist(begun);
        database.flush();
    }

    /** Locked until the end of the database's transaction. */
    public Optional<CmpTransaction> lock(String id) {
        return Optional.ofNullable(database.find(CmpTransaction.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Those whose confirmation should have come, at most {@code limit}. */
    public List<CmpTransaction> due(Instant now, int limit) {
        return database.createNamedQuery(CmpTransaction.DUE, CmpTransaction.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Forgets those that were begun before that instant and are over. @return how many */
    public int forgetBefore(Instant before) {
        return Fence.update(database.createNamedQuery(CmpTransaction.FORGET).setParameter("before", before));
    }
}
