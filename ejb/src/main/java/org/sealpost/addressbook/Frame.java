package org.sealpost.addressbook;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.sealpost.crypto.BadEncoding;

/** The octets of one LDAP message, taken from a connection without looking further than its length (RFC 4511 section 5.1). */
final class Frame {
    /** The largest message that is read, in bytes: a search for a hundred recipients stays below. */
    static final int LARGEST = 16 * 1024;

    static final String WHAT = "LDAP message";
    private static final int SEQUENCE = 0x30;
    private static final int LONG_FORM = 0x80;
    private static final int MOST_LENGTH_OCTETS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final InputStream in;
    private final byte[] octets = new byte[LARGEST];
    private int length;

    private Frame(InputStream in) {
        this.in = in;
    }

    /**
     * The next message; empty when the other side has ended the connection.
     *
     * @throws BadEncoding when what comes is no message or too large
     * @throws SocketTimeoutException when it does not come whole within a quarter of a minute
     */
    static Optional<byte[]> next(InputStream in) throws IOException {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        if (first != SEQUENCE) {
            throw new BadEncoding(WHAT);
        }
        return Optional.of(new Frame(in).whole(System.nanoTime() + PATIENCE.toNanos()));
    }

    private byte[] whole(long deadline) throws IOException {
        octets[length++] = SEQUENCE;
        fill(1, deadline);
        int size = octets[1] & 0xff;
        if (size >= LONG_FORM) {
            size = longForm(size - LONG_FORM, deadline);
        }
        if (size > LARGEST - length) {
            throw new BadEncoding(WHAT);
        }
        fill(size, deadline);
        byte[] frame = Arrays.copyOf(octets, length);
        Arrays.fill(octets, (byte) 0);
        return frame;
    }

    private int longForm(int count, long deadline) throws IOException {
        if (count == 0 || count > MOST_LENGTH_OCTETS) {
            throw new BadEncoding(WHAT);
        }
        fill(count, deadline);
        long size = 0;
        for (int i = length - count; i < length; i++) {
            size = size << 8 | octets[i] & 0xff;
        }
        return (int) Math.min(Integer.MAX_VALUE, size);
    }

    private void fill(int count, long deadline) throws IOException {
        int end = length + count;
        while (length < end) {
            int read = in.read(octets, length, end - length);
            if (read < 0) {
                throw new BadEncoding(WHAT);
            }
            length += read;
            if (System.nanoTime() - deadline > 0) {
                throw new SocketTimeoutException("message");
            }
        }
    }
}
