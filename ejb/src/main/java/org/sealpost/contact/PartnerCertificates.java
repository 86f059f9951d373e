package org.sealpost.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.model.ContactKey;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.MailboxId;
import org.sealpost.model.PartnerCertificateRepository;
import org.sealpost.pki.Certificates;
import org.sealpost.settings.AcmeConfiguration;

/**
 * Partners outside to whom this organisation has given a certificate. They are everybody's to write to, as long as the
 * operator lets partners of their domain have certificates.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class PartnerCertificates {
    @Inject
    PartnerCertificateRepository certificates;

    @Inject
    AcmeConfiguration configuration;

    @Inject
    Clock clock;

    /** The partner with that address, in any case. */
    Optional<DirectoryEntry> byAddress(String address) {
        return certificates
                .byAddress(address, clock.instant())
                .filter(this::allowed)
                .map(PartnerCertificates::entry);
    }

    /** Partners whose address begins so. */
    List<DirectoryEntry> beginning(String text, int limit) {
        return certificates.beginning(text, clock.instant(), limit).stream()
                .filter(this::allowed)
                .map(PartnerCertificates::entry)
                .distinct()
                .toList();
    }

    /** The keys of those among the ids that are partners. */
    Map<MailboxId, ContactKey> keys(Collection<MailboxId> ids) {
        Map<MailboxId, ContactKey> keys = new HashMap<>();
        certificates.byIds(ids, clock.instant()).forEach((id, one) -> {
            if (allowed(one)) {
                keys.put(id, new ContactKey(Certificates.parse(one.encoded()), one.capabilities()));
            }
        });
        return keys;
    }

    private boolean allowed(IssuedCertificate one) {
        return configuration.allows(one.address());
    }

    private static DirectoryEntry entry(IssuedCertificate one) {
        return new DirectoryEntry(one.mailbox(), one.address(), one.address(), "", "", false);
    }
}
