package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;

/** The current revocation list. */
@Dependent
public class RevocationListRepository {
    private final EntityManager database;

    @Inject
    public RevocationListRepository(EntityManager database) {
        this.database = database;
    }

    /** Puts a newer list in the place of the current one; of two with one number the second fails. */
    public void replace(RevocationListRecord newer) {
        Fence.update(database.createNamedQuery(EarlierList.FORGET).setParameter("now", newer.thisUpdate()));
        current().ifPresent(replaced -> database.persist(new EarlierList(replaced)));
        database.persist(newer);
        database.flush();
        Fence.update(database.createNamedQuery(RevocationListRecord.REMOVE_OLDER)
                .setParameter("crlNumber", newer.crlNumber()));
    }

    /** The current list; empty before the first one was signed. */
    public Optional<RevocationListRecord> current() {
        return database.createNamedQuery(RevocationListRecord.NEWEST, RevocationListRecord.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Number of the oldest list, the current one apart, that somebody may still rely on; a delta begins there. */
    public Optional<Long> oldestReliedOn(Instant now) {
        return Optional.ofNullable(database.createNamedQuery(EarlierList.OLDEST, Long.class)
                .setParameter("now", now)
                .getSingleResult());
    }
}
