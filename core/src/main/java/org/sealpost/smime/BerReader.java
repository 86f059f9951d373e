package org.sealpost.smime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.sealpost.crypto.Asn1Bounds;

/**
 * Reads BER (X.690 section 8) from a stream without recursion over what it holds in memory: structures are entered and
 * left one by one, small elements are taken whole, large octet strings are streamed. Definite and indefinite lengths,
 * nesting to {@link #MAXIMUM_DEPTH}.
 */
final class BerReader {

    /** Structures inside one another, over all. */
    static final int MAXIMUM_DEPTH = 64;

    private static final int CONSTRUCTED = 0x20;
    private static final int HIGH_TAG = 0x1F;
    private static final int LONGEST_LENGTH = 6;
    private static final long INDEFINITE = -1;
    private static final String PART = "cms";

    private final InputStream in;
    private final byte[] buffer;
    private final long[] ends = new long[MAXIMUM_DEPTH];
    private int depth;
    private int position;
    private int limit;
    private long consumedBefore;
    private long length;

    /** @param expected number of bytes that will come, about, to choose a buffer that fits */
    BerReader(InputStream in, long expected) {
        this.in = in;
        this.buffer = new byte[Math.max(Content.chunkFor(expected / 8), 512)];
    }

    int depth() {
        return depth;
    }

    /** The tag of the next element of the present structure; 0 at its end. */
    int peek() throws IOException {
        return atEnd() ? 0 : ahead(0);
    }

    /** Enters the next element, which must have this tag. */
    void enter(int tag) throws IOException {
        if (readHeader() != tag) {
            throw new MalformedSeal(PART);
        }
        push();
    }

    /** Leaves the present structure, which must be at its end. */
    void leave() throws IOException {
        if (!atEnd()) {
            throw new MalformedSeal(PART);
        }
        if (ends[--depth] == INDEFINITE) {
            position += 2;
        }
    }

    /** Leaves the present structure, passing over what is left of it. */
    void leaveEarly(int maximum) throws IOException {
        while (!atEnd()) {
            element(maximum);
        }
        leave();
    }

    /**
     * The next element whole, as it was encoded but for needlessly long lengths.
     *
     * @throws SealTooLarge when it is larger than {@code maximum} bytes, or nested too deeply
     */
    byte[] element(int maximum) throws IOException {
        int tag = readHeader();
        return length == INDEFINITE ? ofIndefiniteLength(tag, maximum) : ofDefiniteLength(tag, maximum);
    }

    private byte[] ofDefiniteLength(int tag, int maximum) throws IOException {
        byte[] header = Der.header(tag, length);
        if (header.length + length > maximum) {
            throw new SealTooLarge("element", maximum);
        }
        byte[] bytes = Arrays.copyOf(header, header.length + (int) length);
        for (int filled = header.length; filled < bytes.length; ) {
            filled += readContent(bytes, filled, bytes.length - filled);
        }
        if ((tag & CONSTRUCTED) != 0 && !Asn1Bounds.withinDepth(bytes)) {
            throw new SealTooLarge("depth", Asn1Bounds.DEEPEST);
        }
        return bytes;
    }

    private byte[] ofIndefiniteLength(int tag, int maximum) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int outer = depth;
        bytes.write(tag);
        bytes.write(0x80);
        push();
        while (depth > outer) {
            if (bytes.size() > maximum) {
                throw new SealTooLarge("element", maximum);
            }
            if (atEnd()) {
                bytes.write(0);
                bytes.write(0);
                leave();
                continue;
            }
            int inner = readHeader();
            if (length == INDEFINITE) {
                bytes.write(inner);
                bytes.write(0x80);
                push();
            } else {
                bytes.writeBytes(ofDefiniteLength(inner, maximum - bytes.size()));
            }
        }
        return bytes.toByteArray();
    }

    /** Reads a header: the tag is returned, the length kept. */
    int readHeader() throws IOException {
        int tag = next();
        if ((tag & HIGH_TAG) == HIGH_TAG || tag == 0) {
            throw new MalformedSeal(PART);
        }
        length = next();
        if (length == 0x80) {
            length = INDEFINITE;
        } else if (length > 0x80) {
            length = longLength((int) length & 0x7F);
        }
        boolean primitive = (tag & CONSTRUCTED) == 0;
        if ((primitive && length == INDEFINITE) || length > room()) {
            throw new MalformedSeal(PART);
        }
        return tag;
    }

    /** The length of the element whose header was read last; negative when indefinite. */
    long length() {
        return length;
    }

    void push() {
        if (depth == MAXIMUM_DEPTH) {
            throw new SealTooLarge("depth", MAXIMUM_DEPTH);
        }
        ends[depth++] = length == INDEFINITE ? INDEFINITE : consumed() + length;
    }

    boolean atEnd() throws IOException {
        if (depth == 0) {
            return false;
        }
        if (ends[depth - 1] == INDEFINITE) {
            return ahead(0) == 0 && ahead(1) == 0;
        }
        return consumed() == ends[depth - 1];
    }

    /** Reads content bytes of a primitive element, all of which must be there. */
    int readContent(byte[] bytes, int offset, int count) throws IOException {
        if (position == limit && count >= buffer.length) {
            int read = in.read(bytes, offset, count);
            if (read < 0) {
                throw new MalformedSeal(PART);
            }
            consumedBefore += read;
            return read;
        }
        int taken = available(count);
        System.arraycopy(buffer, position, bytes, offset, taken);
        position += taken;
        return taken;
    }

    private long longLength(int octets) throws IOException {
        if (octets > LONGEST_LENGTH) {
            throw new MalformedSeal(PART);
        }
        long value = 0;
        for (int i = 0; i < octets; i++) {
            value = value << Byte.SIZE | next();
        }
        return value;
    }

    /** Bytes left until the nearest structure of definite length ends. */
    private long room() {
        for (int i = depth - 1; i >= 0; i--) {
            if (ends[i] != INDEFINITE) {
                return ends[i] - consumed();
            }
        }
        return Long.MAX_VALUE;
    }

    private long consumed() {
        return consumedBefore + position;
    }

    private int next() throws IOException {
        int octet = ahead(0);
        position++;
        return octet;
    }

    private int ahead(int distance) throws IOException {
        while (position + distance >= limit) {
            refill();
        }
        return buffer[position + distance] & 0xFF;
    }

    private int available(long wanted) throws IOException {
        if (position == limit) {
            refill();
        }
        return (int) Math.min(wanted, limit - position);
    }

    private void refill() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        consumedBefore += position;
        limit -= position;
        position = 0;
        int read = in.read(buffer, limit, buffer.length - limit);
        if (read < 0) {
            throw new MalformedSeal(PART);
        }
        limit += read;
    }
}
