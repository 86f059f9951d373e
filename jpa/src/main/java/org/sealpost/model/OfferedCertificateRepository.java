package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.sealpost.pki.Fingerprint;

/** Certificates of our own escrow's keys; they stay, because files that were sealed to them may arrive late. */
@Dependent
public class OfferedCertificateRepository {
    private final EntityManager database;

    @Inject
    public OfferedCertificateRepository(EntityManager database) {
        this.database = database;
    }

    public void add(OfferedCertificate certificate) {
        database.persist(certificate);
    }

    public Optional<OfferedCertificate> byFingerprint(Fingerprint fingerprint) {
        return Optional.ofNullable(database.find(OfferedCertificate.class, fingerprint.hex()));
    }

    /** The one of that version of the escrow key that is valid the longest. */
    public Optional<OfferedCertificate> newest(int escrowVersion) {
        return database.createNamedQuery(OfferedCertificate.OF_VERSION, OfferedCertificate.class)
                .setParameter("version", escrowVersion)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
