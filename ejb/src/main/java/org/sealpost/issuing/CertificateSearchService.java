package org.sealpost.issuing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.sealpost.model.CertificateQuery;
import org.sealpost.model.CertificateSearchRepository;
import org.sealpost.model.CertificateState;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.Page;
import org.sealpost.model.Serial;

/** Looking for certificates among all that the Key Manager has issued; changes nothing and needs no running Key Manager. */
@Stateless
@RolesAllowed({"mailbox-admin", "km-admin", "auditor"})
public class CertificateSearchService {
    @Inject
    CertificateSearchRepository search;

    @Inject
    IssuedCertificateRepository certificates;

    @Inject
    Clock clock;

    /**
     * Certificates, newest first; each page is asked for with the key that the one before gave.
     *
     * @throws org.sealpost.model.BadSerial when it is no key of a page
     */
    public Page<CertificateLine> page(CertificateQuery query, Optional<String> key, int limit) {
        Instant now = clock.instant();
        return search.page(query, key, limit, now).map(certificate -> CertificateLine.of(certificate, now));
    }

    /**
     * One certificate with what it says itself.
     *
     * @throws NoSuchCertificate when none with that number was signed
     */
    public CertificateDetails certificate(Serial serial) {
        return certificates
                .bySerial(serial)
                .filter(certificate -> certificate.state() != CertificateState.RECORDED)
                .map(certificate -> CertificateDetails.of(certificate, clock.instant()))
                .orElseThrow(() -> new NoSuchCertificate(serial));
    }
}
