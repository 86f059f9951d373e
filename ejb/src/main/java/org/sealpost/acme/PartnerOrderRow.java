package org.sealpost.acme;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.sealpost.issuing.CertificateLine;
import org.sealpost.model.AcmeOrder;
import org.sealpost.model.AcmeOrderState;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.Serial;

/**
 * What a partner has ordered.
 *
 * @param orderedAt when
 * @param certificate what came of it; empty while nothing has
 */
public record PartnerOrderRow(
        String id, String address, AcmeOrderState state, Instant orderedAt, Optional<CertificateLine> certificate) {
    static PartnerOrderRow of(AcmeOrder order, Map<Serial, IssuedCertificate> certificates, Instant now) {
        return new PartnerOrderRow(
                order.id(),
                order.address(),
                order.state(),
                order.expiresAt().minus(AcmeOrder.LIFETIME),
                order.serial().map(certificates::get).map(certificate -> CertificateLine.of(certificate, now)));
    }
}
