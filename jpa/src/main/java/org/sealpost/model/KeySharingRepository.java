package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** How the versions of the escrow key are shared. */
@Dependent
public class KeySharingRepository {
    private final EntityManager database;

    @Inject
    public KeySharingRepository(EntityManager database) {
        this.database = database;
    }

    public void add(KeySharing sharing) {
        database.persist(sharing);
        database.flush();
    }

    public Optional<KeySharing> byId(int id) {
        return Optional.ofNullable(database.find(KeySharing.class, id));
    }

    /** The active sharings of all versions that something may be sealed to, the current version first. */
    public List<KeySharing> active() {
        return inState(SharingState.ACTIVE);
    }

    /** As {@link #active()}, locked until the end of the transaction. */
    public List<KeySharing> lockActive() {
        List<KeySharing> found = active();
        found.forEach(sharing -> database.refresh(sharing, LockModeType.PESSIMISTIC_WRITE));
        return found.stream().filter(it -> it.state() == SharingState.ACTIVE).toList();
    }

    /** What new keys are sealed to; empty while the escrow key hangs under the master key. */
    public Optional<KeySharing> current() {
        return active().stream().findFirst();
    }

    /** The active sharing of one version. */
    public Optional<KeySharing> active(int escrowVersion) {
        return active().stream()
                .filter(sharing -> sharing.escrowVersion() == escrowVersion)
                .findFirst();
    }

    /** What was proposed together, one sharing for each version of the key. */
    public List<KeySharing> proposed(String proposal) {
        return database.createNamedQuery(KeySharing.OF_PROPOSAL, KeySharing.class)
                .setParameter("proposal", proposal)
                .getResultList();
    }

    /** All that are proposed and not yet in force. */
    public List<KeySharing> proposed() {
        return inState(SharingState.PROPOSED);
    }

    /** The number for the next sharing. */
    public int nextId() {
        return 1 + database.createNamedQuery(KeySharing.LAST, Integer.class).getSingleResult();
    }

    /** The number for the next version of the escrow key. */
    public int nextVersion() {
        return 1
                + database.createNamedQuery(KeySharing.LAST_VERSION, Integer.class)
                        .getSingleResult();
    }

    private List<KeySharing> inState(SharingState state) {
        return database.createNamedQuery(KeySharing.IN_STATE, KeySharing.class)
                .setParameter("state", state)
                .getResultList();
    }
}
