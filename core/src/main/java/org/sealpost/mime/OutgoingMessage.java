package org.sealpost.mime;

import java.util.List;

/**
 * A message to be composed. Blind copies are not part of it: they go out as messages of their own, and nothing of
 * them may show here.
 *
 * @param from the sender's mailbox, whose domain also names the Message-ID
 * @param subject any text; characters that could end a header line become spaces
 * @param text the body, with any line ends
 */
public record OutgoingMessage(
        Address from,
        List<Address> to,
        List<Address> cc,
        String subject,
        String text,
        List<OutgoingAttachment> attachments,
        ThreadLinks links) {

    public OutgoingMessage {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        attachments = List.copyOf(attachments);
    }
}
