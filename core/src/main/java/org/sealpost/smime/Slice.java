package org.sealpost.smime;

import java.io.IOException;
import java.io.InputStream;
import org.sealpost.mime.MessageSource;

/**
 * A stretch of another source.
 *
 * @param offset of the first byte
 * @param length number of bytes, all of which the source must have
 */
record Slice(ByteStream source, long offset, long length) implements MessageSource {

    @Override
    public InputStream open() throws IOException {
        InputStream in = source.open();
        in.skipNBytes(offset);
        return new Bounded(in, length);
    }

    private static final class Bounded extends InputStream {
        private final InputStream in;
        private long left;

        Bounded(InputStream in, long left) {
            this.in = in;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            if (left == 0) {
                return -1;
            }
            left--;
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            int read = left == 0 ? -1 : in.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = in.skip(Math.min(count, left));
            left -= skipped;
            return skipped;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
