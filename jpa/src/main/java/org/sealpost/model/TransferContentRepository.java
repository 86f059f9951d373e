package org.sealpost.model;

import jakarta.persistence.EntityManager;
import java.util.Optional;

/** The sealed files of exports or of imports, while they are needed. */
final class TransferContentRepository {
    private final EntityManager database;
    private final String kind;

    /** @param kind what the files' names begin with */
    TransferContentRepository(EntityManager database, String kind) {
        this.database = database;
        this.kind = kind;
    }

    /** Empty when it is not needed any more, or not made yet. */
    Optional<byte[]> of(long id) {
        return found(id).map(TransferContent::encoded);
    }

    void keep(long id, byte[] content) {
        database.persist(new TransferContent(name(id), content));
    }

    void forget(long id) {
        found(id).ifPresent(database::remove);
    }

    private Optional<TransferContent> found(long id) {
        return Optional.ofNullable(database.find(TransferContent.class, name(id)));
    }

    private String name(long id) {
        return kind + "-" + id;
    }
}
