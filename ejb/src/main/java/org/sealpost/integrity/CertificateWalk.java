package org.sealpost.integrity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.Hpke;
import org.sealpost.lint.CertificateLint;
import org.sealpost.lint.LintProfile;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.CertificateState;
import org.sealpost.model.EscrowedKey;
import org.sealpost.model.IntegrityRepository;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.MovedCertificate;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Certificates;

/** Walks certificates and escrowed keys, some hundred at a time in a transaction of their own. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class CertificateWalk {
    static final int STEP = 500;

    @Inject
    IntegrityRepository rows;

    @Inject
    KeyRing ring;

    @Inject
    Clock clock;

    /**
     * Looks at certificates after a serial number.
     *
     * @return the last one's serial number; empty when there are no more
     */
    Optional<String> certificates(
            String after, Findings.Growing chain, Findings.Growing escrow, Findings.Growing rules) {
        List<IssuedCertificate> step = rows.certificatesAfter(after, STEP);
        Set<String> escrowed = new HashSet<>(
                rows.escrowed(step.stream().map(each -> each.serial().value()).toList()));
        PublicKey authority = ring.publicKeys().authority().getPublicKey();
        for (IssuedCertificate each : step) {
            String name = each.serial().value() + " " + each.mailbox();
            if (each.state() != CertificateState.RECORDED) {
                chain.look(isSigned(each, authority), name);
                if (each.profile() == CertificateProfile.ENCRYPTION) {
                    escrow.look(escrowed.contains(each.serial().value()), name);
                }
                if (each.state() == CertificateState.ISSUED && each.notAfter().isAfter(clock.instant())) {
                    rules.look(keepsRules(each), name);
                }
            }
        }
        return last(step.stream().map(each -> each.serial().value()).toList());
    }

    private static boolean keepsRules(IssuedCertificate row) {
        try {
            return CertificateLint.check(row.encoded(), LintProfile.STRICT)
                    .errors()
                    .isEmpty();
        } catch (BadEncoding e) {
            return false;
        }
    }

    private static boolean isSigned(IssuedCertificate row, PublicKey authority) {
        try {
            X509Certificate certificate = Certificates.parse(row.encoded());
            certificate.verify(authority);
            return certificate.getSerialNumber().equals(row.serial().number());
        } catch (BadEncoding | GeneralSecurityException e) {
            return false;
        }
    }

    /** Looks at escrowed keys after a serial number; as {@link #certificates}. */
    Optional<String> escrowedKeys(String after, Findings.Growing form, Findings.Growing bound) {
        List<EscrowedKey> step = rows.escrowedAfter(after, STEP);
        for (EscrowedKey each : step) {
            String name = each.serial().value() + " " + each.mailbox();
            form.look(Hpke.hasForm(each.sealed()), name);
            bound.look(isBound(each), name);
        }
        return last(step.stream().map(each -> each.serial().value()).toList());
    }

    private boolean isBound(EscrowedKey key) {
        return rows.certificate(key.serial())
                .filter(own -> own.profile() == CertificateProfile.ENCRYPTION)
                .map(IssuedCertificate::mailbox)
                .or(() -> rows.moved(key.serial()).map(MovedCertificate::mailbox))
                .filter(key.mailbox()::equals)
                .isPresent();
    }

    private static Optional<String> last(List<String> serials) {
        return serials.isEmpty() ? Optional.empty() : Optional.of(serials.get(serials.size() - 1));
    }
}
