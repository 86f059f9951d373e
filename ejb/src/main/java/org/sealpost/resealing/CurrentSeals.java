package org.sealpost.resealing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.sealpost.crypto.Negotiation;
import org.sealpost.crypto.Providers;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.MailboxId;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Certificates;
import org.sealpost.settings.SettingsService;
import org.sealpost.smime.RecipientKey;

/** By the certificate and the formats in force at the moment: both may change while a mailbox is gone through. */
@ApplicationScoped
@Transactional
class CurrentSeals {
    @Inject
    IssuedCertificateRepository certificates;

    @Inject
    SettingsService settings;

    @Inject
    Providers providers;

    @Inject
    Clock clock;

    /** Empty when no certificate is in force, or its owner reads nothing that the organisation writes. */
    Optional<CurrentSeal> of(MailboxId mailbox) {
        return certificates
                .inForce(mailbox, CertificateProfile.ENCRYPTION, clock.instant())
                .flatMap(this::sealedTo);
    }

    private Optional<CurrentSeal> sealedTo(IssuedCertificate certificate) {
        Negotiation negotiation =
                settings.current().policy().negotiate(Map.of(certificate.address(), certificate.capabilities()));
        return negotiation instanceof Negotiation.Agreed agreed
                ? Optional.of(new CurrentSeal(
                        agreed.format(),
                        new RecipientKey(
                                Certificates.parse(certificate.encoded()), certificate.capabilities(), providers)))
                : Optional.empty();
    }
}
