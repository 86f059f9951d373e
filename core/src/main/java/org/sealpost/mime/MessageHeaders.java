package org.sealpost.mime;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The headers of a message that people and replies need, decoded (RFC 2047, RFC 2231) and freed of control characters.
 *
 * @param from authors of all From fields together; a well-formed message has exactly one field
 * @param fromFields number of From fields, for telling a forged second one
 * @param subject empty when missing
 * @param date empty when missing or unreadable
 * @param messageId with its angle brackets, empty when missing
 * @param references message identifiers of the thread, oldest first, with their angle brackets
 */
public record MessageHeaders(
        List<Correspondent> from,
        int fromFields,
        List<Correspondent> replyTo,
        List<Correspondent> to,
        List<Correspondent> cc,
        String subject,
        Optional<Instant> date,
        Optional<String> messageId,
        List<String> inReplyTo,
        List<String> references) {

    public MessageHeaders {
        from = List.copyOf(from);
        replyTo = List.copyOf(replyTo);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        inReplyTo = List.copyOf(inReplyTo);
        references = List.copyOf(references);
    }

    /**
     * The one author, and only when nothing leaves room for doubt: one From field with one valid address.
     * A signature is compared with this address alone.
     */
    public Optional<Address> singleAuthor() {
        return fromFields == 1 && from.size() == 1 ? from.get(0).address() : Optional.empty();
    }
}
