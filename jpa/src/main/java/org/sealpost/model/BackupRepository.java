package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/** The backups that were made. */
@Dependent
public class BackupRepository {
    private final EntityManager database;

    @Inject
    public BackupRepository(EntityManager database) {
        this.database = database;
    }

    public void add(BackupRecord made) {
        database.persist(made);
        database.flush();
    }

    /** The newest ones, newest first. */
    public List<BackupRecord> newest(int limit) {
        return database.createNamedQuery(BackupRecord.NEWEST, BackupRecord.class)
                .setMaxResults(limit)
                .getResultList();
    }
}
