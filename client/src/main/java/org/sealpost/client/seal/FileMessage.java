package org.sealpost.client.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import org.sealpost.client.command.Refused;
import org.sealpost.mime.HeaderFields;
import org.sealpost.mime.MessageSource;

/**
 * A file as a message, so that whatever opens S/MIME opens a sealed file too: one part with the file's own octets. Nothing
 * of the file is ever held in memory.
 */
final class FileMessage implements MessageSource {
    private final byte[] header;
    private final MessageSource file;

    /** @param author the sealer's address, which the signature is compared with */
    FileMessage(String author, MessageSource file) {
        this.header = ("From: " + author + "\r\nContent-Type: application/octet-stream\r\n"
                        + "Content-Transfer-Encoding: binary\r\nContent-Disposition: attachment\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        this.file = file;
    }

    /**
     * The file in a message that was opened.
     *
     * @throws Refused when the message is none that was made here
     */
    static void extract(MessageSource message, OutputStream out) throws IOException {
        try (InputStream in = message.open()) {
            HeaderFields fields = HeaderFields.read(in);
            boolean file = fields.first("content-transfer-encoding")
                            .filter("binary"::equalsIgnoreCase)
                            .isPresent()
                    && fields.first("content-type")
                            .filter("application/octet-stream"::equalsIgnoreCase)
                            .isPresent();
            if (!file) {
                throw new Refused("no-file-inside");
            }
            try (InputStream again = message.open()) {
                again.skipNBytes(fields.bodyStart());
                again.transferTo(out);
            }
        }
    }

    @Override
    public InputStream open() throws IOException {
        return new SequenceInputStream(new ByteArrayInputStream(header), file.open());
    }

    @Override
    public long length() throws IOException {
        return header.length + file.length();
    }
}
