package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** The one Key Manager of the organisation and its wrapped keys. */
@Dependent
public class KeyManagerRepository {
    private final EntityManager database;

    @Inject
    public KeyManagerRepository(EntityManager database) {
        this.database = database;
    }

    /** Writes the Key Manager at once; when there is one already, this fails and nothing else of the set-up stays. */
    public void add(KeyManagerRecord keyManager) {
        database.persist(keyManager);
        database.flush();
    }

    public void add(WrappedKey key) {
        database.persist(key);
    }

    /** Empty before the set-up. */
    public Optional<KeyManagerRecord> find() {
        return Optional.ofNullable(database.find(KeyManagerRecord.class, KeyManagerRecord.ONLY));
    }

    /** @throws java.util.NoSuchElementException before the set-up */
    public WrappedKey key(KeyPurpose purpose) {
        return Optional.ofNullable(database.find(WrappedKey.class, purpose)).orElseThrow();
    }
}
