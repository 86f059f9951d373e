package org.sealpost.mime;

import java.util.Optional;

/**
 * A part of a received message that is offered for opening or saving.
 *
 * @param number position among the message's leaf parts, from 0; stable for the same bytes
 * @param fileName safe to save under: no path, no control or direction-changing characters, never empty
 * @param mediaType type/subtype in lower case
 * @param size octets after decoding
 * @param contentId without angle brackets, for images that an HTML body shows
 * @param content the decoded octets; each opening reads the message again, nothing is held in memory
 */
public record Attachment(
        int number, String fileName, String mediaType, long size, Optional<String> contentId, MessageSource content) {

    /** Whether the attachment is itself a message, whose {@link #content()} can be read like any other. */
    public boolean isMessage() {
        return mediaType.equals("message/rfc822") || mediaType.equals("message/global");
    }
}
