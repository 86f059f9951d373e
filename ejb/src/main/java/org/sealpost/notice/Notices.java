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
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.MessageLabel;
import org.sealpost.model.Seal;
import org.sealpost.model.StoredMessage;
import org.sealpost.model.StoredMessageRepository;
import org.sealpost.settings.ServerConfiguration;

/**
 * The Key Manager's pen: puts a plain message into a mailbox's Inbox. What is told and what happened stand or fall
 * together, because both belong to one transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Notices {
    private static final String NAME = "Key Manager";
    private static final String LOCAL_PART = "key-manager";

    @Inject
    NoticeTexts texts;

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

    /** Tells the owner of a mailbox, who need not have been enabled ever. */
    public void tell(MailboxId to, Notice notice) {
        Address from = Address.of(NAME, LOCAL_PART + "@" + configuration.mailDomain());
        List<Address> recipients = mailboxes.byId(to).map(Mailbox::address).map(Address::of).stream()
                .toList();
        OutgoingMessage message = new OutgoingMessage(
                from, recipients, List.of(), texts.subject(notice), texts.body(notice), List.of(), ThreadLinks.NONE);
        MessageLabel label = new MessageLabel(
                from.spec(),
                NAME,
                recipients.isEmpty() ? "" : recipients.get(0).spec(),
                message.subject(),
                Seal.PLAIN,
                Optional.empty(),
                false,
                clock.instant());
        try {
            messages.add(StoredMessage.notice(
                    to, contents.add(out -> new MessageComposer(clock, random).write(message, out)), label));
        } catch (IOException e) {
            throw new UncheckedIOException("a notice without attachments reads nothing", e);
        }
    }
}
