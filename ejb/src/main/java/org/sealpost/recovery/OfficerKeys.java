package org.sealpost.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.sealpost.crypto.Providers;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.MailboxState;
import org.sealpost.model.RecoveryOfficer;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Certificates;
import org.sealpost.smime.RecipientKey;

/** The officers' mailboxes: to which certificate a share is sealed, and whether an officer may still contribute. */
@ApplicationScoped
class OfficerKeys {
    @Inject
    MailboxRepository mailboxes;

    @Inject
    IssuedCertificateRepository certificates;

    @Inject
    Providers providers;

    @Inject
    Clock clock;

    /** @throws OfficerNotEnrolled without a certificate in force */
    RecipientKey of(RecoveryOfficer officer) {
        IssuedCertificate certificate = certificates
                .inForce(officer.mailbox(), CertificateProfile.ENCRYPTION, clock.instant())
                .orElseThrow(() -> new OfficerNotEnrolled(officer.name()));
        return new RecipientKey(Certificates.parse(certificate.encoded()), certificate.capabilities(), providers);
    }

    /** @throws OfficerRevoked when the officer's mailbox was revoked */
    void requireInOffice(RecoveryOfficer officer) {
        boolean revoked = mailboxes
                .byId(officer.mailbox())
                .map(mailbox -> mailbox.state() == MailboxState.REVOKED)
                .orElse(true);
        if (revoked) {
            throw new OfficerRevoked(officer.name());
        }
    }
}
