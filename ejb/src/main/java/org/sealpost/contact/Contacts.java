package org.sealpost.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.model.Contact;
import org.sealpost.model.ContactKey;
import org.sealpost.model.ContactRepository;
import org.sealpost.model.MailboxId;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Finding;
import org.sealpost.pki.PathCheck;
import org.sealpost.trust.ForeignTrust;

/** Contacts as those see them who seal and send. */
@ApplicationScoped
@Transactional
public class Contacts {
    @Inject
    ContactRepository contacts;

    @Inject
    PartnerCertificates partners;

    @Inject
    ForeignTrust trust;

    @Inject
    Clock clock;

    /** Somebody of the owner's contacts, or else a partner with a certificate of ours, as the directory would say it. */
    public Optional<DirectoryEntry> byAddress(MailboxId owner, String address) {
        return contacts.byAddress(owner, address).map(Contacts::entry).or(() -> partners.byAddress(address));
    }

    /** A partner with a certificate of ours, who is nobody's own contact. */
    public Optional<DirectoryEntry> partner(String address) {
        return partners.byAddress(address);
    }

    /** Contacts of the owner whose address or name begins so, and partners that are not among them. */
    public List<DirectoryEntry> beginning(MailboxId owner, String text, int limit) {
        Map<String, DirectoryEntry> found = new LinkedHashMap<>();
        contacts.beginning(owner, text, limit).stream()
                .map(Contacts::entry)
                .forEach(one -> found.put(one.address(), one));
        partners.beginning(text, limit).forEach(one -> found.putIfAbsent(one.address(), one));
        return found.values().stream().limit(limit).toList();
    }

    private static DirectoryEntry entry(Contact contact) {
        return new DirectoryEntry(contact.id(), contact.address(), contact.name(), "", "", false);
    }

    /** The keys of those among the ids that are contacts or partners to whom mail can be sealed now. */
    public Map<MailboxId, ContactKey> keys(Collection<MailboxId> ids) {
        Map<MailboxId, ContactKey> keys = new HashMap<>(partners.keys(ids));
        contacts.byIds(ids).forEach((id, contact) -> {
            if (usable(contact)) {
                keys.put(id, new ContactKey(contact.certificate(), contact.reads()));
            }
        });
        return keys;
    }

    /**
     * Whether the certificate is in date, and not revoked as far as a trusted authority says so: of a stranger's
     * certificate nobody can say more than its owner's correspondent did.
     */
    boolean usable(Contact contact) {
        Instant now = clock.instant();
        if (now.isAfter(contact.validUntil())) {
            return false;
        }
        return trust.path()
                        .check(new PathCheck.Question(
                                contact.certificate(), List.of(), CertificateProfile.ENCRYPTION, now, now, now))
                        .revocation()
                        .outcome()
                != Finding.Outcome.FAILED;
    }
}
