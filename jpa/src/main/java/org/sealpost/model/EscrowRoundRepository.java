package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;

/** New versions of the escrow key and drills, and how far they are. */
@Dependent
public class EscrowRoundRepository {
    private final EntityManager database;

    @Inject
    public EscrowRoundRepository(EntityManager database) {
        this.database = database;
    }

    public void add(EscrowRound round) {
        database.persist(round);
    }

    /** The one that a request asked for, locked until the end of the transaction. */
    public <R extends EscrowRound> Optional<R> lock(Class<R> kind, long request) {
        return Optional.ofNullable(database.find(kind, request, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Those that have not ended, the newest first. */
    public <R extends EscrowRound> List<R> open(Class<R> kind) {
        return newestFirst(kind, "where r.endedAt is null").getResultList();
    }

    /** The newest one, ended or not. */
    public <R extends EscrowRound> Optional<R> newest(Class<R> kind) {
        return newestFirst(kind, "").setMaxResults(1).getResultStream().findFirst();
    }

    private <R extends EscrowRound> TypedQuery<R> newestFirst(Class<R> kind, String which) {
        return database.createQuery(
                "select r from " + kind.getSimpleName() + " r " + which + " order by r.request desc", kind);
    }
}
