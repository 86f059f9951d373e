package org.sealpost.renewal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.sealpost.crypto.Providers;
import org.sealpost.model.CertificateState;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.MailboxId;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.KeyProof;
import org.sealpost.pki.ProofFailed;
import org.sealpost.protocol.RenewalRequest;

/** Whether a signing key of the mailbox that is in force vouches for a renewal: what a token is to an enrolment. */
@ApplicationScoped
class Vouching {
    /** How far the client's clock may be from ours. */
    static final Duration SKEW = Duration.ofMinutes(10);

    @Inject
    IssuedCertificateRepository certificates;

    @Inject
    Providers providers;

    @Inject
    Clock clock;

    /**
     * The certificate whose key vouches: any that is in force, because an owner whose renewal broke holds the older.
     *
     * @throws RenewalRefused when none does, or the request is too old
     */
    IssuedCertificate require(RenewalRequest request, MailboxId mailbox) {
        Instant now = clock.instant();
        if (Duration.between(request.madeAt(), now).abs().compareTo(SKEW) > 0) {
            throw RenewalRefused.outdated(SKEW);
        }
        return certificates.history(mailbox).stream()
                .filter(one -> one.profile() == CertificateProfile.SIGNING && isInForce(one, now))
                .filter(one -> vouches(one, request))
                .findFirst()
                .orElseThrow(RenewalRefused::notVouched);
    }

    private static boolean isInForce(IssuedCertificate certificate, Instant now) {
        return certificate.state() == CertificateState.ISSUED
                && !now.isBefore(certificate.notBefore())
                && now.isBefore(certificate.notAfter());
    }

    private boolean vouches(IssuedCertificate certificate, RenewalRequest request) {
        try {
            KeyProof.verify(
                    providers,
                    Certificates.parse(certificate.encoded()).getPublicKey(),
                    request.statement(),
                    request.proof());
            return true;
        } catch (ProofFailed e) {
            return false;
        }
    }
}
