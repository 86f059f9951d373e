package org.sealpost.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sealpost.mime.Address;
import org.sealpost.mime.MessageComposer;
import org.sealpost.mime.OutgoingMessage;
import org.sealpost.mime.ThreadLinks;
import org.sealpost.model.ContentRepository;
import org.sealpost.model.MailContent;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.MessageLabel;
import org.sealpost.model.Seal;
import org.sealpost.model.StoredMessage;
import org.sealpost.model.StoredMessageRepository;
import org.sealpost.settings.ServerConfiguration;

/** The Key Manager's pen: puts plain messages into mailboxes, in its caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class KeyManagerMail {
    private static final String NAME = "Key Manager";
    private static final String LOCAL_PART = "key-manager";

    @Inject
    MailboxRepository mailboxes;

    @Inject
    ContentRepository contents;

    @Inject
    StoredMessageRepository messages;

    @Inject
    ServerConfiguration configuration;

    @Inject
    SecureRandom random;

    @Inject
    Clock clock;

    /** Puts it into somebody's Inbox, unread. */
    public void put(MailboxId to, String subject, String body) {
        List<Address> recipients = mailboxes.byId(to).map(Mailbox::address).map(Address::of).stream()
                .toList();
        String line = recipients.isEmpty() ? "" : recipients.get(0).spec();
        messages.add(StoredMessage.notice(to, written(recipients, subject, body), label(line, subject)));
    }

    /**
     * Keeps a copy of what went to others in the Sent of whoever had it written.
     *
     * @param line whom it went to, in words
     */
    public void keep(MailboxId owner, String line, String subject, String body) {
        messages.add(StoredMessage.copy(owner, written(List.of(), subject, body), label(line, subject)));
    }

    private MailContent written(List<Address> recipients, String subject, String body) {
        OutgoingMessage message =
                new OutgoingMessage(from(), recipients, List.of(), subject, body, List.of(), ThreadLinks.NONE);
        try {
            return contents.add(out -> new MessageComposer(clock, random).write(message, out));
        } catch (IOException e) {
            throw new UncheckedIOException("a message without attachments reads nothing", e);
        }
    }

    private MessageLabel label(String line, String subject) {
        return new MessageLabel(
                from().spec(), NAME, line, subject, Seal.PLAIN, Optional.empty(), false, clock.instant());
    }

    private Address from() {
        return Address.of(NAME, LOCAL_PART + "@" + configuration.mailDomain());
    }
}
