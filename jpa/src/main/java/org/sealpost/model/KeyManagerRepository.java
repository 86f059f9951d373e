package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
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

    /** Holds the one row until the transaction ends, so that whoever changes custody is alone. */
    public void lock() {
        database.find(KeyManagerRecord.class, KeyManagerRecord.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    /** A key, if it is there. */
    public Optional<WrappedKey> findKey(KeyPurpose purpose) {
        return Optional.ofNullable(database.find(WrappedKey.class, purpose));
    }

    /** @throws java.util.NoSuchElementException before the set-up */
    public WrappedKey key(KeyPurpose purpose) {
        return Optional.ofNullable(database.find(WrappedKey.class, purpose)).orElseThrow();
    }
}
