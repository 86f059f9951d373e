package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** Escrowed keys: they come and stay, there is no way to change or remove one. */
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
}
