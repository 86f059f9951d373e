package org.sealpost.acme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.PartnerCertificateRepository;
import org.sealpost.model.Serial;

/** The database's half of telling partners that their certificates end; each call is one transaction. */
@ApplicationScoped
@Transactional
class EndingCertificates {
    /** Days before the end: where notices to the organisation's own people begin. */
    static final int DAYS = 30;

    @Inject
    PartnerCertificateRepository partners;

    @Inject
    IssuedCertificateRepository certificates;

    @Inject
    Clock clock;

    /** Certificates of whose end the partner is to be told, those that end first. */
    List<IssuedCertificate> toTell(int limit) {
        return partners.ending(clock.instant(), DAYS, limit);
    }

    /** The partner was told, or will not be: never again. */
    void told(Serial serial) {
        certificates.lock(serial).ifPresent(certificate -> certificate.told(DAYS));
    }
}
