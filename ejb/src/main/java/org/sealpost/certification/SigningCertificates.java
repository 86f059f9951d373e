package org.sealpost.certification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.sealpost.audit.AuditLog;
import org.sealpost.model.Act;
import org.sealpost.model.AuditRecord.Grounds;
import org.sealpost.model.CertificateState;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.MailboxId;
import org.sealpost.model.Serial;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Certificates;

/** Certificates that the Key Manager has issued, looked up for the programs of their owners. */
@ApplicationScoped
@Transactional
class SigningCertificates {
    /** Octets of a serial number (RFC 5280 section 4.1.2.2). */
    private static final int LONGEST_SERIAL = 20;

    @Inject
    IssuedCertificateRepository certificates;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** What is on record of a signing certificate that was brought, if it is one of ours and in force. */
    Optional<IssuedCertificate> inForce(X509Certificate brought) {
        Instant now = clock.instant();
        return find(brought.getSerialNumber())
                .filter(one -> one.profile() == CertificateProfile.SIGNING && one.state() == CertificateState.ISSUED)
                .filter(one -> !now.isBefore(one.notBefore()) && now.isBefore(one.notAfter()))
                .filter(one -> Arrays.equals(one.encoded(), Certificates.der(brought)));
    }

    /** The mailbox's signing certificate in force for that key. */
    Optional<IssuedCertificate> signing(MailboxId mailbox, PublicKey key) {
        return certificates.history(mailbox).stream()
                .map(one -> Certificates.parse(one.encoded()))
                .filter(one -> Arrays.equals(one.getPublicKey().getEncoded(), key.getEncoded()))
                .flatMap(one -> inForce(one).stream())
                .findFirst();
    }

    /**
     * Its owner has it: it comes into force.
     *
     * @param actor whom the log names
     */
    void confirm(X509Certificate certificate, String actor) {
        IssuedCertificate found = find(certificate.getSerialNumber()).orElseThrow();
        found.confirm();
        audit.success(actor, Act.RENEW, found.mailbox().value(), found.serial().value(), Grounds.NONE);
    }

    /** A mailbox's certificate by its serial number, whatever its state. */
    Optional<IssuedCertificate> of(MailboxId mailbox, BigInteger serial) {
        return find(serial).filter(one -> one.mailbox().equals(mailbox));
    }

    /** The newest encryption certificate in force. */
    Optional<X509Certificate> encryption(MailboxId mailbox) {
        return certificates
                .inForce(mailbox, CertificateProfile.ENCRYPTION, clock.instant())
                .map(one -> Certificates.parse(one.encoded()));
    }

    private Optional<IssuedCertificate> find(BigInteger serial) {
        return serial.signum() > 0 && serial.bitLength() <= LONGEST_SERIAL * Byte.SIZE
                ? certificates.bySerial(Serial.of(serial))
                : Optional.empty();
    }
}
