package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** Certificates and escrowed keys in the order of their serial numbers, to walk all of them in bounded memory. */
@Dependent
public class IntegrityRepository {
    private final EntityManager database;

    @Inject
    public IntegrityRepository(EntityManager database) {
        this.database = database;
    }

    /** @param after serial number of the one before, empty at the beginning */
    public List<IssuedCertificate> certificatesAfter(String after, int limit) {
        return database.createQuery(
                        "select c from IssuedCertificate c where c.serial > :after order by c.serial",
                        IssuedCertificate.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** @param after serial number of the one before, empty at the beginning */
    public List<EscrowedKey> escrowedAfter(String after, int limit) {
        return database.createQuery(
                        "select k from EscrowedKey k where k.serial > :after order by k.serial", EscrowedKey.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Which of these serial numbers have an escrowed key. */
    public List<String> escrowed(List<String> serials) {
        return serials.isEmpty()
                ? List.of()
                : database.createQuery("select k.serial from EscrowedKey k where k.serial in :serials", String.class)
                        .setParameter("serials", serials)
                        .getResultList();
    }

    public Optional<IssuedCertificate> certificate(Serial serial) {
        return Optional.ofNullable(database.find(IssuedCertificate.class, serial.value()));
    }

    /** Of another authority, to a key that came with its owner. */
    public Optional<MovedCertificate> moved(Serial serial) {
        return Optional.ofNullable(database.find(MovedCertificate.class, serial.value()));
    }
}
