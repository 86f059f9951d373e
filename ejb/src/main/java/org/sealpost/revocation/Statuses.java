package org.sealpost.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.sealpost.model.CertificateState;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.KeptAnswer;
import org.sealpost.model.RevokedSerial;
import org.sealpost.model.Serial;
import org.sealpost.ocsp.CertificateId;
import org.sealpost.ocsp.CertificateStatus;

/** What the records say of a certificate: true from the commit of a revocation on, before any list has it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Statuses {
    @Inject
    IssuedCertificateRepository certificates;

    /** A number that is only reserved yet is unknown: no certificate of it is signed. */
    CertificateStatus of(CertificateId id) {
        return id.serial()
                .flatMap(number -> certificates.bySerial(Serial.of(number)))
                .filter(certificate -> certificate.state() != CertificateState.RECORDED)
                .map(certificate ->
                        certificate.revocation().map(Statuses::revoked).orElseGet(CertificateStatus.Good::new))
                .orElseGet(CertificateStatus.Unknown::new);
    }

    /**
     * The question under which an answer about that certificate is kept; the certificate is locked, so that two who ask
     * for the first time do not collide.
     */
    KeptAnswer.Question locked(CertificateId id) {
        IssuedCertificate certificate = id.serial()
                .flatMap(number -> certificates.lock(Serial.of(number)))
                .orElseThrow(() -> new IllegalStateException("answers are kept about known certificates only"));
        return new KeptAnswer.Question(id.key(), certificate.serial(), id.encoded());
    }

    private static CertificateStatus revoked(RevokedSerial one) {
        return new CertificateStatus.Revoked(one.at(), one.reason(), Optional.ofNullable(one.invalidSince()));
    }
}
