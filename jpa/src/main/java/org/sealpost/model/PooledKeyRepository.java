package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The stock of encryption pairs made ahead. */
@Dependent
public class PooledKeyRepository {
    /** Rows that are tried when others hold the oldest ones. */
    private static final int CANDIDATES = 32;

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
        Optional<PooledKey> oldest = database
                .createNamedQuery(PooledKey.OLDEST, UUID.class)
                .setParameter("keyType", keyType)
                .setMaxResults(CANDIDATES)
                .getResultList()
                .stream()
                .flatMap(id -> hold(id).stream())
                .findFirst();
        oldest.ifPresent(database::remove);
        return oldest;
    }

    /** The whole stock of that type; it is never large. */
    public List<PooledKey> all(String keyType) {
        return database
                .createNamedQuery(PooledKey.OLDEST, UUID.class)
                .setParameter("keyType", keyType)
                .getResultList()
                .stream()
                .flatMap(id -> Optional.ofNullable(database.find(PooledKey.class, id)).stream())
                .toList();
    }

    public void discard(PooledKey key) {
        database.remove(key);
    }

    /** Row by row, because H2 would count a row that it passed over as the one that was asked for. */
    private List<PooledKey> hold(UUID id) {
        return database.createNamedQuery(PooledKey.HOLD, PooledKey.class)
                .setParameter("id", id)
                .getResultList();
    }
}
