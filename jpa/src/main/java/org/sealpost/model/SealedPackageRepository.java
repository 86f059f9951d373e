package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keys on their way to whoever holds the code. */
@Dependent
public class SealedPackageRepository {
    private final EntityManager database;

    @Inject
    public SealedPackageRepository(EntityManager database) {
        this.database = database;
    }

    public void add(SealedPackage made) {
        database.persist(made);
        database.flush();
    }

    public Optional<SealedPackage> byId(String id) {
        return Optional.ofNullable(database.find(SealedPackage.class, id));
    }

    /** The one that belongs to a code. */
    public Optional<SealedPackage> byCode(MailboxId mailbox, PackagePurpose purpose, byte[] hash) {
        return of(mailbox, purpose).stream().filter(one -> one.belongsTo(hash)).findFirst();
    }

    /** The one that belongs to a code, of whichever mailbox. */
    public Optional<SealedPackage> byCode(PackagePurpose purpose, byte[] hash) {
        return database.createNamedQuery(SealedPackage.OF_PURPOSE, SealedPackage.class)
                .setParameter("purpose", purpose)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }

    /** All of a mailbox, filled or not. */
    public List<SealedPackage> of(MailboxId mailbox, PackagePurpose purpose) {
        return database.createNamedQuery(SealedPackage.OF_MAILBOX, SealedPackage.class)
                .setParameter("mailbox", mailbox.value())
                .setParameter("purpose", purpose)
                .getResultList();
    }

    /** Those whose time is over, at most {@code limit}. */
    public List<SealedPackage> overdue(Instant now, int limit) {
        return database.createNamedQuery(SealedPackage.OVERDUE, SealedPackage.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Removes it with its keys. */
    public void remove(SealedPackage done) {
        database.remove(done);
        database.flush();
    }
}
