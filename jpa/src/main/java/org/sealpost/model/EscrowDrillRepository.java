package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** Drills and how far they are. */
@Dependent
public class EscrowDrillRepository {
    private final EntityManager database;

    @Inject
    public EscrowDrillRepository(EntityManager database) {
        this.database = database;
    }

    public void add(EscrowDrill drill) {
        database.persist(drill);
    }

    /** The drill that a request asked for, locked until the end of the transaction. */
    public Optional<EscrowDrill> lock(long request) {
        return Optional.ofNullable(database.find(EscrowDrill.class, request, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Those that have not ended, the newest first. */
    public List<EscrowDrill> open() {
        return database.createNamedQuery(EscrowDrill.OPEN, EscrowDrill.class).getResultList();
    }

    /** The newest one, ended or not. */
    public Optional<EscrowDrill> newest() {
        return database.createNamedQuery(EscrowDrill.NEWEST, EscrowDrill.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
