package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** Versions of the organisation's formats. */
@Dependent
public class SecuritySettingsRepository {
    private final EntityManager database;

    @Inject
    public SecuritySettingsRepository(EntityManager database) {
        this.database = database;
    }

    /** Writes the version at once: a number that someone else took meanwhile fails here. */
    public void add(SecuritySettings settings) {
        database.persist(settings);
        database.flush();
    }

    /** The version that counts; empty before the Key Manager was set up. */
    public Optional<SecuritySettings> current() {
        return database.createNamedQuery(SecuritySettings.NEWEST, SecuritySettings.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /**
     * Versions, newest first.
     *
     * @param before {@link Page#nextKey()} of the page before, empty for the first page
     */
    public Page<SecuritySettings> history(Optional<String> before, int limit) {
        List<SecuritySettings> found = database.createNamedQuery(SecuritySettings.HISTORY, SecuritySettings.class)
                .setParameter("before", before.map(Integer::valueOf).orElse(Integer.MAX_VALUE))
                .setMaxResults(limit + 1)
                .getResultList();
        return Page.of(found, limit, settings -> Integer.toString(settings.number()));
    }
}
