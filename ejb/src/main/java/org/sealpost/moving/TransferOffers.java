package org.sealpost.moving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.sealpost.audit.AuditLog;
import org.sealpost.audit.Caller;
import org.sealpost.escrow.EscrowKeys;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.Act;
import org.sealpost.model.OfferedCertificate;
import org.sealpost.model.OfferedCertificateRepository;
import org.sealpost.pki.CertificateOrder;
import org.sealpost.pki.TransferCertificate;
import org.sealpost.pki.TransferOrder;

/** The certificates of our own escrow's key that other organisations seal to. */
@ApplicationScoped
@Transactional
class TransferOffers {
    private static final Period LIFETIME = Period.ofDays(90);

    /** So long at least a certificate is good that is handed out. */
    private static final Duration LEAST = Duration.ofDays(14);

    @Inject
    OfferedCertificateRepository offers;

    @Inject
    EscrowKeys escrowKeys;

    @Inject
    KeyRing ring;

    @Inject
    SecureRandom random;

    @Inject
    AuditLog audit;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** The one of the present escrow key; empty when none is good for some time yet. */
    Optional<TransferCertificate> present() {
        Instant least = clock.instant().plus(LEAST);
        return offers.newest(escrowKeys.current().version())
                .filter(one -> one.validUntil().isAfter(least))
                .map(OfferedCertificate::certificate);
    }

    /** The present one, or a new one. */
    TransferCertificate offer() {
        return present().orElseGet(this::made);
    }

    private TransferCertificate made() {
        Instant now = clock.instant();
        EscrowKeys.Current current = escrowKeys.current();
        TransferOrder order = new TransferOrder(
                current.publicKey(),
                current.version(),
                CertificateOrder.newSerial(random),
                now.truncatedTo(ChronoUnit.SECONDS),
                LIFETIME);
        TransferCertificate certificate =
                new TransferCertificate(ring.use(running -> running.authority().issue(order)));
        offers.add(new OfferedCertificate(certificate, current.version(), caller.name(), now));
        audit.success(
                Act.OFFER_TRANSFER,
                "escrow key " + current.version(),
                certificate.fingerprint() + ", until " + certificate.until());
        return certificate;
    }
}
