package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** Certificates of other authorities to keys that are in escrow here. */
@Dependent
public class MovedCertificateRepository {
    private final EntityManager database;

    @Inject
    public MovedCertificateRepository(EntityManager database) {
        this.database = database;
    }

    public void add(MovedCertificate certificate) {
        database.persist(certificate);
    }

    public Optional<MovedCertificate> bySerial(Serial serial) {
        return Optional.ofNullable(database.find(MovedCertificate.class, serial.value()));
    }
}
