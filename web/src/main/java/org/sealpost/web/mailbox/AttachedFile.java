package org.sealpost.web.mailbox;

import java.io.IOException;
import java.io.InputStream;
import org.sealpost.mime.MessageSource;
import org.sealpost.mime.OutgoingAttachment;

/**
 * A file that goes out with the message; it lies in memory alone until then.
 *
 * @param name for people; made safe again when the message is composed
 * @param mediaType as the browser says
 * @param content not changed any more
 */
@SuppressWarnings("ArrayRecordComponent") // two uploads of one file are two files
public record AttachedFile(String name, String mediaType, byte[] content) {

    /** The name without a path and without characters that are not seen. */
    static AttachedFile uploaded(String name, String mediaType, byte[] content) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cc}\\p{Cf}]", "").strip();
        return new AttachedFile(clean.isEmpty() ? "file" : clean, mediaType, content);
    }

    /**
     * A copy in memory: what a forwarded message holds can be read only as long as that message is open.
     *
     * @throws IOException when the message cannot be read
     */
    static AttachedFile copyOf(OutgoingAttachment attachment) throws IOException {
        try (InputStream content = attachment.content().open()) {
            return new AttachedFile(attachment.fileName(), attachment.mediaType(), content.readAllBytes());
        }
    }

    /** Size in octets. */
    public int size() {
        return content.length;
    }

    /** The file as the message takes it. */
    OutgoingAttachment outgoing() {
        return new OutgoingAttachment(name, mediaType, MessageSource.of(content));
    }
}
