package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** Security files that their owners left here. */
@Dependent
public class RoamingFileRepository {
    private final EntityManager database;

    @Inject
    public RoamingFileRepository(EntityManager database) {
        this.database = database;
    }

    public void add(RoamingFile file) {
        database.persist(file);
    }

    public Optional<RoamingFile> of(MailboxId mailbox) {
        return Optional.ofNullable(database.find(RoamingFile.class, mailbox.value()));
    }

    public void remove(RoamingFile file) {
        database.remove(file);
    }
}
