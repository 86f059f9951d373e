package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Escrowed keys: they come and stay, there is no way to remove one. */
@Dependent
public class EscrowedKeyRepository {
    private final EntityManager database;

    @Inject
    public EscrowedKeyRepository(EntityManager database) {
        this.database = database;
    }

    /** Writes the key at once, so that a failure shows before the certificate is signed. */
    public void add(EscrowedKey key) {
        database.persist(key);
        database.flush();
    }

    public Optional<EscrowedKey> bySerial(Serial serial) {
        return Optional.ofNullable(database.find(EscrowedKey.class, serial.value()));
    }

    /** The mailbox's whole history, newest first. */
    public List<EscrowedKey> history(MailboxId mailbox) {
        return database.createNamedQuery(EscrowedKey.OF_MAILBOX, EscrowedKey.class)
                .setParameter("mailbox", mailbox.value())
                .getResultList();
    }

    /**
     * Keys in the order of their serial numbers.
     *
     * @param after serial number of the last key before; empty text for the first page
     * @param below only keys that are sealed to an older version of the escrow key than this
     */
    public List<EscrowedKey> page(String after, int below, int limit) {
        return database.createNamedQuery(EscrowedKey.PAGE, EscrowedKey.class)
                .setParameter("after", after)
                .setParameter("below", below)
                .setMaxResults(limit)
                .getResultList();
    }

    /** They were only looked at: so that a walk over all of them does not fill the memory. */
    public void release(List<EscrowedKey> page) {
        page.forEach(database::detach);
    }

    /** How many keys are sealed to each version of the escrow key. */
    public Map<Integer, Long> countByVersion() {
        Map<Integer, Long> counts = new TreeMap<>();
        database.createNamedQuery(EscrowedKey.COUNT, Object[].class)
                .getResultList()
                .forEach(row -> counts.put((Integer) row[0], (Long) row[1]));
        return counts;
    }
}
