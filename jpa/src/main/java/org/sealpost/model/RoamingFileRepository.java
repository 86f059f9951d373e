package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;

/** Security files that their owners left here. */
@Dependent
public class RoamingFileRepository {
    private final EntityManager database;

    @Inject
    public RoamingFileRepository(EntityManager database) {
        this.database = database;
    }

    /** Keeps the file, in the place of an older one. */
    public void keep(MailboxId mailbox, byte[] content, Instant now) {
        of(mailbox)
                .ifPresentOrElse(
                        file -> file.replace(content, now),
                        () -> database.persist(new RoamingFile(mailbox, content, now)));
    }

    public Optional<RoamingFile> of(MailboxId mailbox) {
        return Optional.ofNullable(database.find(RoamingFile.class, mailbox.value()));
    }

    public void remove(RoamingFile file) {
        database.remove(file);
    }
}
