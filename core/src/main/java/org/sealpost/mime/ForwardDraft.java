package org.sealpost.mime;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The beginning of a message that sends another one on.
 *
 * @param subject with one {@code Fwd:} before it
 * @param text the message below the lines of its header that matter
 * @param attachments the message's own, read when the new message is composed
 */
public record ForwardDraft(String subject, String text, List<OutgoingAttachment> attachments) {
    private static final String PREFIX = "Fwd: ";

    public ForwardDraft {
        attachments = List.copyOf(attachments);
    }

    public static ForwardDraft of(ReadMessage message) {
        List<OutgoingAttachment> attachments = message.attachments().stream()
                .map(one -> new OutgoingAttachment(one.fileName(), one.mediaType(), one.content()))
                .toList();
        return new ForwardDraft(ReplyDraft.prefixed(PREFIX, message.headers().subject()), sentOn(message), attachments);
    }

    private static String sentOn(ReadMessage message) {
        MessageHeaders headers = message.headers();
        String recipients = headers.to().stream().map(Correspondent::shown).collect(Collectors.joining(", "));
        return "\n\n----------\n" + ReplyDraft.origin(headers) + "\n-> " + recipients + "\n" + headers.subject()
                + "\n\n" + message.text();
    }
}
