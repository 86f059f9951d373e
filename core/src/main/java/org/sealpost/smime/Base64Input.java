package org.sealpost.smime;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;

/**
 * Decodes base64 with line ends (RFC 2045 section 6.8) in blocks; many times faster than the platform's stream.
 * Ends at padding; what follows it, such as a footer added by a mailing list, is passed over. Any other character
 * that is not base64 is refused.
 */
final class Base64Input extends InputStream {

    private static final int SMALLEST = 1024;

    private final InputStream in;
    private final Base64.Decoder decoder = Base64.getDecoder();
    private final byte[] raw;
    private final byte[] characters;
    private final byte[] decoded;
    private int kept;
    private int lineLength;
    private int position;
    private int limit;
    private boolean ended;

    /** @param length number of characters that will come, about, to choose buffers that fit */
    Base64Input(InputStream in, long length) {
        this.in = in;
        int chunk = Math.max(Content.chunkFor(length), SMALLEST);
        raw = new byte[chunk];
        characters = new byte[chunk + 8];
        decoded = new byte[(chunk + 8) / 4 * 3];
    }

    @Override
    public int read() throws IOException {
        return position < limit || fill() ? decoded[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == limit && !fill()) {
            return -1;
        }
        int taken = Math.min(length, limit - position);
        System.arraycopy(decoded, position, bytes, offset, taken);
        position += taken;
        return taken;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = 0;
        while (limit == 0 && !ended) {
            int read = in.readNBytes(raw, 0, raw.length);
            int gathered = gather(read);
            ended |= read < raw.length;
            int whole = ended ? gathered : gathered - gathered % 4;
            limit = decode(whole);
            kept = gathered - whole;
            System.arraycopy(characters, whole, characters, 0, kept);
        }
        return limit > 0;
    }

    private int decode(int count) {
        try {
            return decoder.decode(Arrays.copyOf(characters, count), decoded);
        } catch (IllegalArgumentException e) {
            throw new MalformedSeal("base64", e);
        }
    }

    /** Moves all but white space behind the characters kept from the last block. */
    private int gather(int length) {
        int to = kept;
        int at = 0;
        while (at < length && !ended) {
            int run = likeLineBefore(at, length) ? lineLength : run(at, length);
            System.arraycopy(raw, at, characters, to, run);
            to += run;
            at += run;
            if (at < length) {
                at += lineEnd(at, length, run);
            }
            if (ended) {
                to = padded(to);
            }
        }
        return to;
    }

    /** Lines of a message are equally long: the bytes of one that ends where the last one did need not be looked at. */
    private boolean likeLineBefore(int at, int length) {
        int end = at + lineLength;
        return lineLength > 0 && end < length && (raw[end] == '\r' || raw[end] == '\n') && raw[end - 1] != '=';
    }

    private int run(int from, int length) {
        int at = from;
        while (at < length && raw[at] > ' ' && raw[at] != '=') {
            at++;
        }
        return at - from;
    }

    /** Takes one byte that is no character, or a whole CRLF, and returns how many bytes that were. */
    private int lineEnd(int at, int length, int run) {
        if (raw[at] < 0) {
            throw new MalformedSeal("base64");
        }
        ended = raw[at] == '=';
        if (raw[at] == '\r' && at + 1 < length && raw[at + 1] == '\n') {
            lineLength = run;
            return 2;
        }
        if (raw[at] == '\n') {
            lineLength = run;
        }
        return 1;
    }

    private int padded(int length) {
        int to = length;
        while (to % 4 != 0) {
            characters[to++] = '=';
        }
        return to;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
