package org.sealpost.web.mailbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sealpost.mailbox.MessageRow;
import org.sealpost.model.Folder;

/**
 * A message as a line of a list.
 *
 * @param mark how it is protected
 * @param warning what is wrong with its signature; null when nothing is known to be
 * @param people the sender in the Inbox, the recipients in Sent
 * @param at when it arrived
 * @param files whether it is known to bring attachments
 */
public record MailLine(
        long id,
        SealMark mark,
        @Nullable SignatureMark warning,
        String people,
        String subject,
        Instant at,
        boolean seen,
        boolean files) {

    /** The line of a message in its folder. */
    static MailLine of(MessageRow row) {
        String sender = row.senderName().isBlank() ? row.senderAddress() : row.senderName();
        return new MailLine(
                row.id(),
                SealMark.of(row.seal()),
                SignatureMark.of(row.signature()).orElse(null),
                row.folder() == Folder.SENT ? row.recipients() : sender,
                row.subject(),
                row.arrivedAt(),
                row.seen(),
                row.files());
    }

    /** Suffix of the style class of its protection: never a good one beside a warning. */
    public String tone() {
        return warning == null ? mark.getTone() : "plain";
    }
}
