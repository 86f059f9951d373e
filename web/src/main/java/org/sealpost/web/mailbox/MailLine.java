package org.sealpost.web.mailbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sealpost.mailbox.MessageRow;
import org.sealpost.model.Folder;
import org.sealpost.smime.HeaderProtection;

/**
 * A message as a line of a list.
 *
 * @param mark how it is protected
 * @param warning what is wrong with its signature; null when nothing is known to be
 * @param people the sender in the Inbox, the recipients in Sent
 * @param subject an ellipsis when it is hidden until the message is opened
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
                subject(row.subject()),
                row.arrivedAt(),
                row.seen(),
                row.files());
    }

    /** As it is listed: what is hidden in a seal is told only by opening it. */
    static String subject(String kept) {
        return kept.equals(HeaderProtection.HIDDEN_SUBJECT) ? "\u2026" : kept;
    }

    /** Suffix of the style class of its protection: never a good one beside a warning. */
    public String tone() {
        return warning == null ? mark.getTone() : "plain";
    }
}
