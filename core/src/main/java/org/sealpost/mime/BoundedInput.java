package org.sealpost.mime;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read of a message and refuses at the first byte too many, in the whole or in one line. */
final class BoundedInput extends FilterInputStream {

    private final MimeLimits limits;
    private long count;
    private int lineLength;

    BoundedInput(InputStream in, MimeLimits limits) {
        super(in);
        this.limits = limits;
    }

    /** Bytes read so far. */
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (read > 0) {
            check(buffer, offset, read);
        }
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        return bytes <= 0 ? 0 : Math.max(0, read(new byte[(int) Math.min(bytes, 8192)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void check(byte[] buffer, int offset, int length) {
        count += length;
        if (count > limits.messageBytes()) {
            throw new MessageRefused(MimeLimit.MESSAGE_SIZE, limits.messageBytes());
        }
        for (int i = offset; i < offset + length; i++) {
            if (buffer[i] == '\n') {
                lineLength = 0;
            } else if (++lineLength > limits.lineBytes()) {
                throw new MessageRefused(MimeLimit.LINE_LENGTH, limits.lineBytes());
            }
        }
    }
}
