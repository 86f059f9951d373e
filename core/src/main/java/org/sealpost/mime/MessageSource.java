package org.sealpost.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Bytes of a message or of one of its parts that can be read as often as needed.
 * Checking a signature, guarding the structure and reading each take a pass of their own; a source lets them do so
 * without anybody holding a large message in memory.
 */
public interface MessageSource {

    /**
     * Opens a new stream that starts at the first byte. The caller closes it.
     *
     * @throws IOException when the storage behind the source cannot be read
     */
    InputStream open() throws IOException;

    /**
     * Number of bytes that {@link #open()} yields.
     *
     * @throws IOException when the storage behind the source cannot be read
     */
    long length() throws IOException;

    /** A source over bytes in memory; the array is not copied and must not be changed afterwards. */
    static MessageSource of(byte[] bytes) {
        return new MessageSource() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public long length() {
                return bytes.length;
            }
        };
    }

    /** A source over a file, which must stay unchanged as long as the source is used. */
    static MessageSource of(Path file) {
        return new MessageSource() {
            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }

            @Override
            public long length() throws IOException {
                return Files.size(file);
            }
        };
    }
}
