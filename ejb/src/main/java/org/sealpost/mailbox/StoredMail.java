package org.sealpost.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.model.ContentRepository;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MessageLabel;
import org.sealpost.model.Page;
import org.sealpost.model.StoredMessage;
import org.sealpost.model.StoredMessageRepository;

/** The folders in the database; each call is one short transaction, so that none is open while a message is opened. */
@ApplicationScoped
@Transactional
class StoredMail {
    @Inject
    StoredMessageRepository messages;

    @Inject
    ContentRepository contents;

    /**
     * A message as far as it can be read without opening it.
     *
     * @param contentId where its octets lie
     * @param bcc blind copies, in the sender's own copy only
     */
    record Found(MessageRow row, long contentId, Optional<String> bcc) {}

    Page<MessageRow> page(MailboxId owner, MailQuery query) {
        return messages.page(owner, query.folder(), query.text(), query.afterKey(), query.limit())
                .map(StoredMail::row);
    }

    long unseen(MailboxId owner) {
        return messages.unseen(owner);
    }

    /** @throws NoSuchMessage when the mailbox has no such message */
    Found find(MailboxId owner, long id) {
        StoredMessage message = message(owner, id);
        return new Found(row(message), message.content().id(), message.bccLine());
    }

    /** Remembers what opening it showed; a message that was deleted meanwhile stays deleted. */
    void opened(MailboxId owner, OpenedMail mail) {
        messages.byId(owner, mail.row().id()).ifPresent(message -> {
            message.opened(mail.message().bringsFiles(), mail.seal().signatureOutcome());
            mail.seal().envelopeFormat().ifPresent(message::isIn);
        });
    }

    /** @throws NoSuchMessage when the mailbox has no such message */
    void delete(MailboxId owner, long id) {
        messages.remove(message(owner, id));
    }

    /** The piece of the octets at that position, counted from 0; empty after the last one. */
    Optional<byte[]> chunk(long contentId, int position) {
        return contents.chunk(contentId, position);
    }

    private StoredMessage message(MailboxId owner, long id) {
        return messages.byId(owner, id).orElseThrow(NoSuchMessage::new);
    }

    private static MessageRow row(StoredMessage message) {
        MessageLabel label = message.label();
        return new MessageRow(
                message.id(),
                message.folder(),
                label.senderAddress(),
                label.senderName(),
                label.recipientLine(),
                label.subject(),
                label.arrivedAt(),
                label.seal(),
                label.format().map(EncryptionFormat::valueOf),
                message.size(),
                message.seen(),
                label.files(),
                message.signature());
    }
}
