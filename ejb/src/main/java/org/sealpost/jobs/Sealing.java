package org.sealpost.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sealpost.contact.Contacts;
import org.sealpost.crypto.Providers;
import org.sealpost.jobs.SealingVerdict.SealableCopy;
import org.sealpost.mime.MessageSource;
import org.sealpost.model.ContactKey;
import org.sealpost.model.EncryptionJob;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.JobRecipient;
import org.sealpost.model.MailboxId;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Certificates;
import org.sealpost.settings.MailConfiguration;
import org.sealpost.settings.SettingsService;
import org.sealpost.smime.Envelope;
import org.sealpost.smime.MessageSealer;
import org.sealpost.smime.RecipientKey;

/**
 * Sealing a job's message to everybody as they are at this moment: the certificates in force, those that the sender
 * has confirmed of contacts, and the organisation's formats now count, not those of the moment of sending. Uses public keys only.
 */
@ApplicationScoped
class Sealing {
    @Inject
    IssuedCertificateRepository certificates;

    @Inject
    Contacts contacts;

    @Inject
    SettingsService settings;

    @Inject
    MailConfiguration configuration;

    @Inject
    Providers providers;

    @Inject
    SecureRandom random;

    @Inject
    Clock clock;

    /** Whether and how the job can be sealed to everybody. */
    @Transactional(Transactional.TxType.MANDATORY)
    SealingVerdict check(EncryptionJob job) {
        List<MailboxId> all = Stream.concat(
                        Stream.of(job.sender()), job.recipients().stream().map(JobRecipient::id))
                .distinct()
                .toList();
        Map<MailboxId, Reader> readers = new HashMap<>();
        contacts.keys(all).forEach((id, key) -> readers.put(id, Reader.of(key)));
        inForce(all).forEach((id, certificate) -> readers.put(id, Reader.of(certificate)));
        SealingCheck check = new SealingCheck(
                settings.current().policy(), job.terms().sender(), job.terms().signs(), readers);
        return check.of(job.recipients());
    }

    /**
     * Writes one copy, encrypted to all who share it and to nobody else.
     *
     * @throws IOException when the message cannot be read or the copy not written
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void write(SealableCopy sealable, EncryptionJob job, MessageSource message, OutputStream out) throws IOException {
        List<MailboxId> readers = readers(sealable.copy(), job);
        List<RecipientKey> keys = Stream.concat(
                        inForce(readers).values().stream().map(this::key),
                        contacts.keys(readers).values().stream().map(this::key))
                .toList();
        if (keys.size() != readers.size()) {
            throw new IllegalStateException("a certificate ended while job " + job.id() + " was sealed");
        }
        new MessageSealer(providers, random, clock)
                .encrypt(message, new Envelope(sealable.format(), keys), configuration.protection(true), out);
    }

    private Map<MailboxId, IssuedCertificate> inForce(List<MailboxId> mailboxes) {
        return certificates.inForce(mailboxes, CertificateProfile.ENCRYPTION, clock.instant());
    }

    private RecipientKey key(IssuedCertificate certificate) {
        return new RecipientKey(Certificates.parse(certificate.encoded()), certificate.capabilities(), providers);
    }

    private RecipientKey key(ContactKey contact) {
        return new RecipientKey(contact.certificate(), contact.reads(), providers);
    }

    private static List<MailboxId> readers(Copy copy, EncryptionJob job) {
        Stream<MailboxId> sender = copy.sender() ? Stream.of(job.sender()) : Stream.empty();
        return Stream.concat(sender, copy.recipients().stream().map(JobRecipient::id))
                .distinct()
                .toList();
    }
}
