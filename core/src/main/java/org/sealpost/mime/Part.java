package org.sealpost.mime;

import java.util.Locale;
import java.util.Optional;

/**
 * One leaf of a message's structure, as its headers describe it.
 *
 * @param number position among the leaves, from 0
 * @param charset as declared, may be unknown to this machine
 * @param disposition {@code inline}, {@code attachment} or empty, in lower case
 * @param fileName as written, decoded but not made safe
 * @param contentId without angle brackets
 * @param legacyDisplay whether its text begins with a copy of the header (RFC 9788 section 5.2.2)
 * @param alternative number of the nearest enclosing multipart/alternative, -1 outside of any
 */
record Part(
        int number,
        String mediaType,
        Optional<String> charset,
        String disposition,
        Optional<String> fileName,
        Optional<String> contentId,
        boolean legacyDisplay,
        int alternative) {

    /** Whether the part is text that stands in the message itself rather than a file. */
    boolean isBody() {
        return (mediaType.equals("text/plain") || mediaType.equals("text/html"))
                && !disposition.equals("attachment")
                && fileName.isEmpty();
    }

    boolean isHtml() {
        return mediaType.equals("text/html");
    }

    /** Whether the part belongs to a seal or signature (RFC 8551) and is no file of the sender's. */
    boolean isSeal() {
        String subtype = mediaType.toLowerCase(Locale.ROOT).replace("x-pkcs7", "pkcs7");
        return subtype.equals("application/pkcs7-signature") || subtype.equals("application/pkcs7-mime");
    }

    /** The same, with its text as it is: a mark on a message without a header of its own says nothing. */
    Part withoutLegacyDisplay() {
        return new Part(number, mediaType, charset, disposition, fileName, contentId, false, alternative);
    }
}
