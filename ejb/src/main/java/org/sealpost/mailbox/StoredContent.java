package org.sealpost.mailbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.sealpost.mime.MessageSource;

/**
 * A stored message's octets, read chunk by chunk from the database each time it is opened.
 *
 * @param chunks the piece at a position, counted from 0; empty after the last one
 */
public record StoredContent(long length, IntFunction<Optional<byte[]>> chunks) implements MessageSource {
    @Override
    public InputStream open() throws IOException {
        return new SequenceInputStream(new Pieces());
    }

    /** One chunk is in memory at a time. */
    private final class Pieces implements Enumeration<InputStream> {
        private int position;
        private byte @Nullable [] next = chunks.apply(0).orElse(null);

        @Override
        public boolean hasMoreElements() {
            return next != null;
        }

        @Override
        public InputStream nextElement() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            InputStream piece = new ByteArrayInputStream(next);
            next = chunks.apply(++position).orElse(null);
            return piece;
        }
    }
}
