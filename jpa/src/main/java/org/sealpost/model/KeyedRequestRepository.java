package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Requests that programs may send again. */
@Dependent
public class KeyedRequestRepository {
    private final EntityManager database;

    @Inject
    public KeyedRequestRepository(EntityManager database) {
        this.database = database;
    }

    /** Keeps one; its name fails here at once if it is there already. */
    public void add(KeyedRequest begun) {
        database.persist(begun);
        database.flush();
    }

    /** Locked until the end of the transaction. */
    public Optional<KeyedRequest> lock(String name) {
        return Optional.ofNullable(database.find(KeyedRequest.class, name, LockModeType.PESSIMISTIC_WRITE));
    }

    /** As if it had never been asked. */
    public void forget(KeyedRequest refused) {
        database.remove(refused);
        database.flush();
    }

    /** Forgets those that were begun before that instant, at most {@code limit}. @return how many */
    public int forgetBefore(Instant before, int limit) {
        List<KeyedRequest> old = database.createNamedQuery(KeyedRequest.OLD, KeyedRequest.class)
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultList();
        old.forEach(database::remove);
        return old.size();
    }
}
