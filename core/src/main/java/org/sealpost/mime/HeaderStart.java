package org.sealpost.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/**
 * The start of a message: its header, and as much of the body as was read along with it.
 *
 * @param block the bytes read so far
 * @param length how many of them count
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HeaderStart(HeaderFields header, byte[] block, int length) {

    private static final byte[] EMPTY_LINE = {'\r', '\n'};

    /**
     * The message with an empty line where its body begins, and without the line of a mailbox file, so that a parser
     * with other ideas of headers cannot but find the same border.
     *
     * @param limit largest header block, in bytes
     */
    static InputStream plain(InputStream message, int limit) throws IOException {
        HeaderStart start = HeaderFields.start(message, limit);
        byte[] fields = start.header.bytes(field -> !field.name().isEmpty());
        InputStream header =
                new SequenceInputStream(new ByteArrayInputStream(fields), new ByteArrayInputStream(EMPTY_LINE));
        return new SequenceInputStream(header, new SequenceInputStream(start.body(), message));
    }

    private InputStream body() {
        return new ByteArrayInputStream(block, header.bodyStart(), length - header.bodyStart());
    }
}
