package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;

/** Contributions that wait for the missing ones. */
@Dependent
public class OpeningContributionRepository {
    /** Officers are numbered from 1 on. */
    private static final int NOBODY = 0;

    private final EntityManager database;

    @Inject
    public OpeningContributionRepository(EntityManager database) {
        this.database = database;
    }

    /** Writes them at once: a second one of the same officer for the same key fails here. */
    public void add(Collection<OpeningContribution> contributions) {
        contributions.forEach(database::persist);
        database.flush();
    }

    /** What was contributed to a request for some keys, in the order of the keys. */
    public List<OpeningContribution> of(String request, Collection<Serial> serials) {
        if (serials.isEmpty()) {
            return List.of();
        }
        return database.createNamedQuery(OpeningContribution.OF_REQUEST, OpeningContribution.class)
                .setParameter("request", request)
                .setParameter("serials", serials.stream().map(Serial::value).toList())
                .getResultList();
    }

    /** The requests that something was contributed to. */
    public List<String> requests() {
        return database.createNamedQuery(OpeningContribution.REQUESTS, String.class)
                .getResultList();
    }

    /** The request has ended, however. */
    public void remove(String request) {
        Fence.update(database.createNamedQuery(OpeningContribution.REMOVE).setParameter("request", request));
    }

    /** These keys have had their turn. */
    public void remove(String request, Collection<Serial> serials) {
        if (!serials.isEmpty()) {
            Fence.update(database.createNamedQuery(OpeningContribution.REMOVE_KEYS)
                    .setParameter("request", request)
                    .setParameter("serials", serials.stream().map(Serial::value).toList()));
        }
    }

    /** Leaves in a request what some officers of a sharing gave, and of the same sharing nothing else. */
    public void keepOnly(String request, int sharing, Collection<Integer> holders) {
        Fence.update(database.createNamedQuery(OpeningContribution.REMOVE_OTHERS)
                .setParameter("request", request)
                .setParameter("sharing", sharing)
                .setParameter("holders", holders.isEmpty() ? List.of(NOBODY) : holders));
    }

    /** The key was sealed anew: what was contributed to the ciphertext before is worth nothing. */
    public void remove(Serial serial) {
        Fence.update(database.createNamedQuery(OpeningContribution.REMOVE_KEY).setParameter("serial", serial.value()));
    }
}
