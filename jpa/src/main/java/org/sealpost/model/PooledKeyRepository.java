package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;

/** The stock of encryption pairs made ahead. */
@Dependent
public class PooledKeyRepository {
    /** Hibernate's value of the lock time-out that means: pass over rows that others hold. */
    private static final int SKIP_LOCKED = -2;

    private final EntityManager database;

    @Inject
    public PooledKeyRepository(EntityManager database) {
        this.database = database;
    }

    public void add(PooledKey key) {
        database.persist(key);
    }

    /** Rows of that type. */
    public int count(String keyType) {
        return database.createNamedQuery(PooledKey.COUNT, Long.class)
                .setParameter("keyType", keyType)
                .getSingleResult()
                .intValue();
    }

    /**
     * Takes the oldest pair out of the stock. Two enrolments at once get two different pairs without waiting for each
     * other; when the transaction rolls back, the pair is in the stock again.
     */
    public Optional<PooledKey> take(String keyType) {
        Optional<PooledKey> oldest = database.createNamedQuery(PooledKey.OLDEST, PooledKey.class)
                .setParameter("keyType", keyType)
                .setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .getResultStream()
                .findFirst();
        oldest.ifPresent(database::remove);
        return oldest;
    }
}
