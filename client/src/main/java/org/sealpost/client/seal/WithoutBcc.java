package org.sealpost.client.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.sealpost.mime.HeaderFields;
import org.sealpost.mime.MessageSource;

/** A message without its Bcc fields: header fields stay outside of the seal, for everybody to read. */
final class WithoutBcc implements MessageSource {
    private final MessageSource message;
    private final byte[] header;
    private final int bodyStart;

    private WithoutBcc(MessageSource message, byte[] header, int bodyStart) {
        this.message = message;
        this.header = header;
        this.bodyStart = bodyStart;
    }

    static MessageSource of(MessageSource message) throws IOException {
        try (InputStream in = message.open()) {
            HeaderFields fields = HeaderFields.read(in);
            if (!fields.has("bcc")) {
                return message;
            }
            byte[] kept = fields.bytes(field -> !field.name().equals("bcc"));
            byte[] header = new byte[kept.length + fields.separator().length];
            System.arraycopy(kept, 0, header, 0, kept.length);
            System.arraycopy(fields.separator(), 0, header, kept.length, fields.separator().length);
            return new WithoutBcc(message, header, fields.bodyStart());
        }
    }

    @Override
    public InputStream open() throws IOException {
        InputStream rest = message.open();
        rest.skipNBytes(bodyStart);
        return new SequenceInputStream(new ByteArrayInputStream(header), rest);
    }

    @Override
    public long length() throws IOException {
        return header.length + message.length() - bodyStart;
    }
}
