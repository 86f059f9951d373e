package org.sealpost.acme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.sealpost.audit.AuditLog;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.AcmeRepository;
import org.sealpost.model.Act;
import org.sealpost.model.AuditRecord.Grounds;
import org.sealpost.model.CertificateState;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.Serial;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.RevocationReason;
import org.sealpost.revocation.ListPublisher;

/**
 * Partners end their certificates before their time (RFC 8555 section 7.6): by the account that ordered it, or by the
 * certificate's own key, so that whoever finds a key can end it too.
 */
@ApplicationScoped
@Transactional
class PartnerRevocation {
    /** Reasons that an owner can give (RFC 5280 section 5.3.1). */
    private static final Map<Long, RevocationReason> REASONS = Map.of(
            0L, RevocationReason.UNSPECIFIED,
            1L, RevocationReason.KEY_COMPROMISE,
            3L, RevocationReason.AFFILIATION_CHANGED,
            4L, RevocationReason.SUPERSEDED,
            5L, RevocationReason.CESSATION_OF_OPERATION);

    @Inject
    IssuedCertificateRepository certificates;

    @Inject
    AcmeRepository orders;

    @Inject
    ListPublisher publisher;

    @Inject
    KeyRing ring;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * Who asks.
     *
     * @param account by its account; empty when by the key alone
     * @param key that has signed the request
     */
    record Asker(Optional<String> account, AccountKey key) {
        private String name() {
            return account.map(Accounts::actor).orElse("acme:" + key.thumbprint());
        }
    }

    /**
     * Revokes a certificate.
     *
     * @param wish certificate and reason
     * @throws org.sealpost.lock.KeyManagerUnavailable unless the Key Manager is running
     */
    AcmeAnswer.Done revoke(Asker asker, Json wish) {
        RevocationReason reason = Optional.ofNullable(
                        REASONS.get(wish.number("reason").orElse(0L)))
                .orElseThrow(() -> new AcmeRefused(AcmeProblem.BAD_REVOCATION_REASON, "acme-reason"));
        byte[] der = SignedRequest.decoded(wish.needed("certificate"));
        IssuedCertificate certificate = find(der);
        if (!may(asker, certificate)) {
            throw AcmeRefused.unauthorized("acme-not-yours");
        }
        if (certificate.state() == CertificateState.REVOKED) {
            throw new AcmeRefused(AcmeProblem.ALREADY_REVOKED, "acme-revoked");
        }
        ring.requireRunning();
        certificate.revoke(reason, clock.instant(), Optional.empty());
        publisher.soon();
        audit.success(
                asker.name(),
                Act.REVOKE_PARTNER,
                certificate.address(),
                certificate.serial() + ", " + reason,
                Grounds.NONE);
        return new AcmeAnswer.Done();
    }

    private IssuedCertificate find(byte[] der) {
        try {
            X509Certificate given = Certificates.parse(der);
            return certificates
                    .lock(Serial.of(given.getSerialNumber()))
                    .filter(one -> one.profile() == CertificateProfile.PARTNER)
                    .filter(one -> one.state() != CertificateState.RECORDED)
                    .filter(one -> Arrays.equals(der, one.encoded()))
                    .orElseThrow(AcmeRefused::notFound);
        } catch (BadEncoding e) {
            throw AcmeRefused.malformed("certificate", e);
        }
    }

    private boolean may(Asker asker, IssuedCertificate certificate) {
        if (asker.account().isPresent()) {
            return orders.bySerial(certificate.serial())
                    .filter(order -> order.account().equals(asker.account().get()))
                    .isPresent();
        }
        AccountKey certified =
                AccountKey.of(Certificates.parse(certificate.encoded()).getPublicKey());
        return certified.thumbprint().equals(asker.key().thumbprint());
    }
}
