package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** New versions of the escrow key and how far the keys were moved to them. */
@Dependent
public class EscrowRotationRepository {
    private final EntityManager database;

    @Inject
    public EscrowRotationRepository(EntityManager database) {
        this.database = database;
    }

    public void add(EscrowRotation rotation) {
        database.persist(rotation);
    }

    /** The rotation that a request asked for, locked until the end of the transaction. */
    public Optional<EscrowRotation> lock(long request) {
        return Optional.ofNullable(database.find(EscrowRotation.class, request, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Those that have not ended, the newest first. */
    public List<EscrowRotation> open() {
        return database.createNamedQuery(EscrowRotation.OPEN, EscrowRotation.class)
                .getResultList();
    }

    /** The newest one, ended or not. */
    public Optional<EscrowRotation> newest() {
        return database.createNamedQuery(EscrowRotation.NEWEST, EscrowRotation.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
