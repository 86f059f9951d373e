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

    /** Moves all but white space behind the characters kept from the last block, line by line where lines are plain. */
    private int gather(int length) {
        int to = kept;
        int runStart = 0;
        for (int i = 0; i < length && !ended; i++) {
            byte now = raw[i];
            if (now > ' ' && now != '=') {
                continue;
            }
            System.arraycopy(raw, runStart, characters, to, i - runStart);
            to += i - runStart;
            runStart = i + 1;
            if (now == '=') {
                ended = true;
                to = padded(to);
            } else if (now < 0) {
                throw new MalformedSeal("base64");
            }
        }
        if (!ended) {
            System.arraycopy(raw, runStart, characters, to, length - runStart);
            to += length - runStart;
        }
        return to;
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
