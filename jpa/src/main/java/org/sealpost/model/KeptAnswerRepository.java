package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Signed answers about single certificates. */
@Dependent
public class KeptAnswerRepository {
    private final EntityManager database;

    @Inject
    public KeptAnswerRepository(EntityManager database) {
        this.database = database;
    }

    /** The kept answer to that question. */
    public Optional<KeptAnswer> byId(String id) {
        return Optional.ofNullable(database.find(KeptAnswer.class, id));
    }

    /**
     * Keeps an answer in the place of the one before. The caller has locked the certificate that it is about: of two who
     * answer one question for the first time, the second would fail.
     */
    public void keep(KeptAnswer newer) {
        if (!replace(newer)) {
            database.persist(newer);
            database.flush();
        }
    }

    /** Puts a newer answer in the place of the one before; false when that is gone, and then nothing is kept. */
    public boolean replace(KeptAnswer newer) {
        KeptAnswer.Said said = newer.said();
        return Fence.update(database.createNamedQuery(KeptAnswer.REPLACE)
                        .setParameter("id", newer.question().id())
                        .setParameter("revoked", said.revoked())
                        .setParameter("thisUpdate", said.thisUpdate())
                        .setParameter("nextUpdate", said.nextUpdate())
                        .setParameter("askedAt", newer.askedAt())
                        .setParameter("encoded", said.encoded()))
                == 1;
    }

    /** Answers that were signed before that instant, the oldest first, at most {@code limit}. */
    public List<KeptAnswer> aged(Instant before, int limit) {
        return database.createNamedQuery(KeptAnswer.AGED, KeptAnswer.class)
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Removes the answers that nobody has needed since that instant. */
    public void forget(Instant before) {
        Fence.update(database.createNamedQuery(KeptAnswer.FORGET).setParameter("before", before));
    }
}
