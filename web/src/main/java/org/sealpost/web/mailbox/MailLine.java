package org.sealpost.web.mailbox;

import java.time.Instant;
import org.sealpost.mailbox.MessageRow;
import org.sealpost.model.Folder;

/**
 * A message as a line of a list.
 *
 * @param people the sender in the Inbox, the recipients in Sent
 * @param at when it arrived
 */
public record MailLine(long id, SealMark mark, String people, String subject, Instant at, boolean seen) {

    /** The line of a message in its folder. */
    static MailLine of(MessageRow row) {
        String sender = row.senderName().isBlank() ? row.senderAddress() : row.senderName();
        return new MailLine(
                row.id(),
                SealMark.of(row.seal()),
                row.folder() == Folder.SENT ? row.recipients() : sender,
                row.subject(),
                row.arrivedAt(),
                row.seen());
    }
}
