package org.sealpost.web.mailbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;
import org.sealpost.mime.Attachment;

/** Files for saving, always as files: a browser must not show a stranger's content as a page of ours. */
final class Downloads {

    private static final String BYTES = "application/octet-stream";

    private Downloads() {}

    /** An attachment; its name was made safe when the message was read. */
    static StreamedContent of(Attachment file) {
        return DefaultStreamedContent.builder()
                .name(file.fileName())
                .contentType(BYTES)
                .contentLength(file.size())
                .stream(() -> opened(file))
                .build();
    }

    /** A sealed security file. */
    static StreamedContent of(String name, byte[] epf) {
        return DefaultStreamedContent.builder().name(name).contentType(BYTES).contentLength((long) epf.length).stream(
                        () -> new ByteArrayInputStream(epf))
                .build();
    }

    private static InputStream opened(Attachment file) {
        try {
            return file.content().open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
