package org.sealpost.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.Providers;
import org.sealpost.jobs.SealingVerdict.SealableCopy;
import org.sealpost.mime.MessageReader;
import org.sealpost.mime.MessageRefused;
import org.sealpost.mime.MessageSource;
import org.sealpost.mime.MimeLimits;
import org.sealpost.model.Contact;
import org.sealpost.model.ContentRepository;
import org.sealpost.model.EncryptionJob;
import org.sealpost.model.JobRecipient;
import org.sealpost.model.MailContent;
import org.sealpost.model.MessageLabel;
import org.sealpost.model.RecipientPart;
import org.sealpost.model.Seal;
import org.sealpost.model.StoredMessage;
import org.sealpost.model.StoredMessageRepository;
import org.sealpost.smime.HeaderProtection;
import org.sealpost.smime.MessageKind;
import org.sealpost.smime.MessageOpener;

/**
 * Puts a message into its mailboxes, those of contacts excepted, which are elsewhere. Each copy's octets are stored once
 * and shared by all who have it. A second delivery of the same job fails on the database's constraint and takes everything
 * it did with it.
 */
@ApplicationScoped
class Delivery {
    @Inject
    ContentRepository contents;

    @Inject
    StoredMessageRepository messages;

    @Inject
    Sealing sealing;

    @Inject
    Providers providers;

    @Inject
    Clock clock;

    /**
     * Delivers as it is: to be called only for a job whose sender did not ask for encryption, gave it up, or has encrypted
     * the message already.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void plain(EncryptionJob job, MessageSource message) {
        if (job.encrypts()) {
            throw new IllegalStateException("job " + job.id() + " is to be encrypted");
        }
        MailContent content = store(out -> message.open().transferTo(out));
        String subject = subject(job, message);
        MessageKind kind = kind(message);
        Seal seal = Seal.of(kind == MessageKind.SIGNED, kind == MessageKind.ENCRYPTED);
        boolean files = kind != MessageKind.ENCRYPTED && files(message);
        MessageLabel label = label(job, subject, seal, Optional.empty(), files);
        Copy.together(job.recipients()).forEach(copy -> hand(job, copy, content, label));
    }

    /** What the message is, and not what its sender said of it. */
    private MessageKind kind(MessageSource message) {
        try {
            return new MessageOpener(providers).inspect(message);
        } catch (MessageRefused unreadable) {
            return MessageKind.PLAIN;
        } catch (IOException e) {
            throw new UncheckedIOException("the message to be delivered cannot be read", e);
        }
    }

    /** Whether a list can say that there are attachments; a message that cannot be read shows none. */
    private static boolean files(MessageSource message) {
        try {
            return new MessageReader(MimeLimits.STANDARD).read(message).bringsFiles();
        } catch (MessageRefused unreadable) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("the message to be delivered cannot be read", e);
        }
    }

    /** Delivers encrypted. */
    @Transactional(Transactional.TxType.MANDATORY)
    void sealed(EncryptionJob job, MessageSource message, List<SealableCopy> copies) {
        Seal seal = Seal.of(kind(message) == MessageKind.SIGNED, true);
        for (SealableCopy sealable : copies) {
            if (!kept(sealable.copy())) {
                continue;
            }
            MailContent content = store(out -> sealing.write(sealable, job, message, out));
            String subject = job.terms().subject();
            hand(job, sealable.copy(), content, label(job, subject, seal, Optional.of(sealable.format()), false));
        }
    }

    /** Whether anybody here gets the copy: one for people outside alone lies nowhere. */
    private static boolean kept(Copy copy) {
        return copy.sender() || copy.recipients().stream().anyMatch(one -> !Contact.is(one.id()));
    }

    /** Whether the copies are in their mailboxes already, and only the way outside was missing. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean done(EncryptionJob job) {
        return messages.anyOf(job.id());
    }

    private MailContent store(ContentRepository.Octets octets) {
        try {
            return contents.add(octets);
        } catch (IOException e) {
            throw new UncheckedIOException("a copy cannot be written", e);
        }
    }

    private void hand(EncryptionJob job, Copy copy, MailContent content, MessageLabel label) {
        for (JobRecipient recipient : copy.recipients()) {
            if (Contact.is(recipient.id())) {
                continue;
            }
            messages.add(StoredMessage.received(job.id(), recipient.id(), content, label));
        }
        if (copy.sender()) {
            String blind = line(job, part -> part == RecipientPart.BCC);
            messages.add(StoredMessage.sent(job.id(), job.sender(), content, label, blind));
        }
    }

    /** A subject that was hidden for an encryption that its sender gave up is as open as the message itself. */
    private static String subject(EncryptionJob job, MessageSource message) {
        if (!job.terms().subject().equals(HeaderProtection.HIDDEN_SUBJECT)) {
            return job.terms().subject();
        }
        try {
            return new MessageReader(MimeLimits.STANDARD).headers(message).subject();
        } catch (IOException e) {
            throw new UncheckedIOException("the message to be delivered cannot be read", e);
        }
    }

    private MessageLabel label(
            EncryptionJob job, String subject, Seal seal, Optional<EncryptionFormat> format, boolean files) {
        return new MessageLabel(
                job.terms().sender().address(),
                job.terms().sender().name(),
                line(job, part -> part != RecipientPart.BCC),
                subject,
                seal,
                format.map(EncryptionFormat::name),
                files,
                clock.instant());
    }

    private static String line(EncryptionJob job, Predicate<RecipientPart> shown) {
        return job.recipients().stream()
                .filter(one -> shown.test(one.part()))
                .map(one -> one.name().isEmpty() || one.name().equals(one.address())
                        ? one.address()
                        : one.name() + " <" + one.address() + ">")
                .collect(Collectors.joining(", "));
    }
}
