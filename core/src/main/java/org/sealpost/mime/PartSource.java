package org.sealpost.mime;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The decoded content of one leaf of a message, read anew from the message each time.
 *
 * @param number position among the message's leaves, from 0
 * @param length octets after decoding, counted when the message was read
 */
record PartSource(MessageSource message, int number, long length, MimeLimits limits) implements MessageSource {

    @Override
    public InputStream open() throws IOException {
        PartStream parts = new PartStream(message, limits);
        for (Optional<Part> part = parts.next(); part.isPresent(); part = parts.next()) {
            if (part.get().number() == number) {
                return new FilterInputStream(parts.content()) {
                    @Override
                    public void close() throws IOException {
                        parts.close();
                    }
                };
            }
        }
        parts.close();
        throw new IOException("the message has changed: part " + number + " is gone");
    }
}
