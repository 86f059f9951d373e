package org.sealpost.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sealpost.contact.Contacts;
import org.sealpost.crypto.Capabilities;
import org.sealpost.model.CertificateState;
import org.sealpost.model.ContactKey;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.MailboxState;
import org.sealpost.model.Serial;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Certificates;
import org.sealpost.sending.RecipientStatus;

/** What the Key Manager's records say of mailboxes and contacts at this moment; few queries for however many. */
@ApplicationScoped
@Transactional
class Standings {
    @Inject
    MailboxRepository mailboxes;

    @Inject
    IssuedCertificateRepository certificates;

    @Inject
    Contacts contacts;

    @Inject
    Clock clock;

    /**
     * Whether mail can be sealed to a mailbox.
     *
     * @param reads what its mail program reads, by the best of its certificates in force; empty unless enabled
     */
    record Standing(RecipientStatus status, Optional<Capabilities> reads) {}

    /** The standing of each: mailboxes that the directory knows, and contacts. */
    Map<MailboxId, Standing> of(Collection<MailboxId> ids) {
        Map<MailboxId, Mailbox> known = mailboxes.byIds(ids);
        Map<MailboxId, IssuedCertificate> inForce =
                certificates.inForce(ids, CertificateProfile.ENCRYPTION, clock.instant());
        Map<MailboxId, ContactKey> outside = contacts.keys(ids);
        Map<MailboxId, Standing> standings = new HashMap<>();
        for (MailboxId id : ids) {
            Optional<Capabilities> reads = Optional.ofNullable(inForce.get(id))
                    .map(IssuedCertificate::capabilities)
                    .or(() -> Optional.ofNullable(outside.get(id)).map(ContactKey::reads));
            standings.put(id, new Standing(status(Optional.ofNullable(known.get(id)), reads.isPresent()), reads));
        }
        return standings;
    }

    /** The certificate in force to encrypt to of each mailbox or partner that has one, DER. */
    Map<MailboxId, byte[]> certificates(Collection<MailboxId> ids) {
        Map<MailboxId, byte[]> encoded = new HashMap<>();
        certificates
                .inForce(ids, CertificateProfile.ENCRYPTION, clock.instant())
                .forEach((id, certificate) -> encoded.put(id, certificate.encoded()));
        contacts.keys(ids).forEach((id, key) -> encoded.put(id, Certificates.der(key.certificate())));
        return encoded;
    }

    /** Whether a signing certificate is this mailbox's and still in force: an older security file may hold another. */
    boolean signs(MailboxId id, BigInteger serial) {
        return certificates
                .bySerial(Serial.of(serial))
                .filter(one -> one.mailbox().equals(id))
                .filter(one -> one.state() == CertificateState.ISSUED)
                .filter(one -> one.notAfter().isAfter(clock.instant()))
                .isPresent();
    }

    private static RecipientStatus status(Optional<Mailbox> mailbox, boolean certificate) {
        if (certificate) {
            return RecipientStatus.ENABLED;
        }
        return mailbox.filter(one -> one.state() == MailboxState.REVOKED).isPresent()
                ? RecipientStatus.REVOKED
                : RecipientStatus.NOT_ENABLED;
    }
}
