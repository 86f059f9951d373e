package org.sealpost.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Providers;
import org.sealpost.epf.SecurityFile;
import org.sealpost.mime.Address;
import org.sealpost.mime.MessageComposer;
import org.sealpost.mime.MessageSource;
import org.sealpost.mime.OutgoingAttachment;
import org.sealpost.mime.OutgoingMessage;
import org.sealpost.settings.MailConfiguration;
import org.sealpost.settings.SettingsService;
import org.sealpost.smime.HeaderProtection;
import org.sealpost.smime.MessageSealer;
import org.sealpost.smime.SignatureForm;
import org.sealpost.smime.SigningKey;

/**
 * Turns a draft into the message that goes out, without a trace of its blind recipients. It stays in memory: on disk
 * it would lie in clear.
 */
@ApplicationScoped
class Outgoing {
    /** Most octets of all attachments together: encrypted and signed they still fit into a message of 50 MB. */
    static final long MAX_ATTACHMENTS = 25L * 1024 * 1024;

    /** For headers, boundaries and the signature. */
    private static final int ROOM = 32 * 1024;

    @Inject
    SecurityFiles securityFiles;

    @Inject
    Standings standings;

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

    /** @throws AttachmentsTooLarge before anything is read whole */
    void checkSize(Draft draft) {
        if (size(draft) > MAX_ATTACHMENTS) {
            throw new AttachmentsTooLarge(MAX_ATTACHMENTS / (1024 * 1024));
        }
    }

    /** @param kept addresses of the recipients that the decision left */
    MessageSource compose(Draft draft, Addressed addressed, Collection<String> kept) {
        OutgoingMessage message = new OutgoingMessage(
                Address.of(addressed.sender().displayName(), addressed.sender().address()),
                Addressed.header(addressed.to(), kept),
                Addressed.header(addressed.cc(), kept),
                draft.subject(),
                draft.text(),
                draft.attachments(),
                draft.links());
        // base64 takes 78 characters with their line end for 57 octets
        MessageBuffer written =
                new MessageBuffer(size(draft) * 78 / 57 + draft.text().length() + ROOM);
        try {
            new MessageComposer(clock, random).write(message, written);
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException("an attachment cannot be read", e);
        }
    }

    /**
     * Signs in clear form, so that mail programs without S/MIME can read a message that is only signed.
     *
     * @param encrypts whether it will be encrypted: then what is hidden of its header is no longer outside
     * @throws OutdatedSecurityFile when its signature would not be trusted
     */
    MessageSource sign(MessageSource message, Addressed addressed, boolean encrypts, PasswordEntry password) {
        try (SecurityFile file = securityFiles.open(password);
                SigningKey key = key(file, addressed)) {
            MessageBuffer signed = new MessageBuffer(message.length() + ROOM);
            HeaderProtection protection = configuration.protection(encrypts);
            new MessageSealer(providers, random, clock).sign(message, key, SignatureForm.CLEAR, protection, signed);
            return signed;
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be read", e);
        }
    }

    /** What may be kept of its subject outside of the message. */
    String listedSubject(Draft draft, boolean encrypts) {
        return configuration.listed(draft.subject(), encrypts);
    }

    private static long size(Draft draft) {
        long size = 0;
        try {
            for (OutgoingAttachment attachment : draft.attachments()) {
                size += attachment.content().length();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an attachment cannot be read", e);
        }
        return size;
    }

    private SigningKey key(SecurityFile file, Addressed addressed) {
        X509Certificate certificate = file.signing().certificate();
        if (!standings.signs(addressed.sender().id(), certificate.getSerialNumber())) {
            throw new OutdatedSecurityFile(file.mailbox());
        }
        List<X509Certificate> others = Stream.concat(
                        file.authorities().stream(),
                        Stream.of(file.currentEncryption().certificate()))
                .toList();
        Capabilities reads = Capabilities.of(settings.current().policy().edition());
        return new SigningKey(file.signing(), others, reads, providers);
    }
}
