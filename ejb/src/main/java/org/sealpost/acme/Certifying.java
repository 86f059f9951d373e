package org.sealpost.acme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Locale;
import org.sealpost.acme.AcmeAnswer.Shown;
import org.sealpost.audit.AuditLog;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Providers;
import org.sealpost.issuing.Issuing;
import org.sealpost.lint.CertificateRefused;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.AcmeOrder;
import org.sealpost.model.AcmeOrderState;
import org.sealpost.model.AcmeRepository;
import org.sealpost.model.Act;
import org.sealpost.model.AuditRecord.Grounds;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.PartnerId;
import org.sealpost.model.Serial;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.ProofFailed;
import org.sealpost.pki.SigningRequest;
import org.sealpost.pki.Subject;

/** Makes certificates of what was proven, and hands them out; each call is one transaction. */
@ApplicationScoped
@Transactional
class Certifying {
    @Inject
    AcmeRepository orders;

    @Inject
    IssuedCertificateRepository certificates;

    @Inject
    Issuing issuing;

    @Inject
    KeyRing ring;

    @Inject
    Providers providers;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * The certificate for the key of a request (RFC 8555 section 7.4). A second time for the same order is refused.
     *
     * @param der PKCS #10
     * @throws org.sealpost.lock.KeyManagerUnavailable unless the Key Manager is running
     */
    AcmeAnswer.Order finish(String account, AccountKey accountKey, String id, byte[] der) {
        AcmeOrder order = orders.lockOrder(id)
                .filter(one -> one.account().equals(account))
                .orElseThrow(AcmeRefused::notFound);
        if (order.state() != AcmeOrderState.PROVEN || !clock.instant().isBefore(order.expiresAt())) {
            throw new AcmeRefused(AcmeProblem.ORDER_NOT_READY, "acme-not-ready");
        }
        SigningRequest request = proven(der);
        if (!request.address().toLowerCase(Locale.ROOT).equals(order.address())) {
            throw new AcmeRefused(AcmeProblem.BAD_CSR, "acme-csr-address", order.address());
        }
        if (AccountKey.of(request.publicKey()).thumbprint().equals(accountKey.thumbprint())) {
            throw new AcmeRefused(AcmeProblem.BAD_CSR, "acme-csr-key");
        }
        ring.requireRunning();
        X509Certificate certificate = issued(order.address(), request);
        Serial serial = Serial.of(certificate.getSerialNumber());
        order.issue(serial);
        audit.success(Accounts.actor(account), Act.CERTIFY_PARTNER, order.address(), serial.value(), Grounds.NONE);
        return AcmeAnswer.Order.of(order, Shown.ORDER, false);
    }

    private SigningRequest proven(byte[] der) {
        try {
            SigningRequest request = SigningRequest.verify(providers, der);
            if (!SigningRequest.fitsPartner(der)) {
                throw new AcmeRefused(AcmeProblem.BAD_CSR, "acme-csr-uses");
            }
            return request;
        } catch (BadEncoding | ProofFailed e) {
            throw new AcmeRefused(AcmeProblem.BAD_CSR, "acme-csr");
        }
    }

    private X509Certificate issued(String address, SigningRequest request) {
        try {
            return issuing.partner(
                    new Issuing.Holder(PartnerId.of(address), new Subject(address), Capabilities.STANDARD),
                    request.publicKey());
        } catch (CertificateRefused e) {
            throw new AcmeRefused(AcmeProblem.BAD_CSR, "acme-csr");
        }
    }

    /** The certificate of one of the account's orders, with its issuer's. */
    AcmeAnswer.Chain chain(String account, String serial) {
        Serial number = Serial.typed(serial);
        if (orders.bySerial(number).filter(one -> one.account().equals(account)).isEmpty()) {
            throw AcmeRefused.notFound();
        }
        X509Certificate own = certificates
                .bySerial(number)
                .map(one -> Certificates.parse(one.encoded()))
                .orElseThrow(AcmeRefused::notFound);
        return new AcmeAnswer.Chain(
                Certificates.pem(own) + Certificates.pem(ring.publicKeys().authority()));
    }
}
