package org.sealpost.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sealpost.audit.AuditLog;
import org.sealpost.model.Act;
import org.sealpost.model.Contact;
import org.sealpost.model.ContactKey;
import org.sealpost.model.ContactRepository;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.MailboxId;
import org.sealpost.model.Page;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.Fingerprint;

/** The database's half of {@link ContactService}; each call is one transaction. */
@ApplicationScoped
@Transactional
class ContactDesk {
    @Inject
    ContactRepository contacts;

    @Inject
    IssuedCertificateRepository certificates;

    @Inject
    Contacts sealing;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** The fingerprint of the certificate that was confirmed for an address; empty when there is none. */
    Optional<String> confirmed(MailboxId owner, String address) {
        return contacts.byAddress(owner, address)
                .map(contact -> contact.fingerprint().hex());
    }

    /** Somebody new, or another certificate in the place of the one before. */
    void confirm(MailboxId owner, Offer offer) {
        ContactKey key = new ContactKey(offer.certificate(), offer.reads());
        contacts.byAddress(owner, offer.address())
                .ifPresentOrElse(
                        known -> known.confirm(key, clock.instant()),
                        () -> contacts.add(new Contact(owner, offer.address(), offer.name(), key, clock.instant())));
        audit.success(Act.ADD_CONTACT, offer.address(), offer.fingerprint().hex());
    }

    void remove(MailboxId owner, String id) {
        Contact contact = contacts.byId(owner, id).orElseThrow(NoSuchContact::new);
        contacts.remove(contact);
        audit.success(
                Act.REMOVE_CONTACT, contact.address(), contact.fingerprint().hex());
    }

    /** The fingerprint of the certificate to which others encrypt to that mailbox now; empty when there is none. */
    Optional<Fingerprint> fingerprint(MailboxId owner) {
        return certificates.inForce(List.of(owner), CertificateProfile.ENCRYPTION, clock.instant()).values().stream()
                .findFirst()
                .map(one -> Fingerprint.of(Certificates.parse(one.encoded())));
    }

    Page<ContactRow> page(MailboxId owner, ContactQuery query) {
        return contacts.page(owner, query.text(), query.afterKey(), query.limit())
                .map(contact -> ContactRow.of(contact, sealing.usable(contact)));
    }
}
