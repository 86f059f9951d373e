package org.sealpost.smime;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a stream held: its length, and the bytes themselves as long as they are few enough.
 *
 * @param bytes empty when there were more than the maximum
 */
record Gathering(Optional<byte[]> bytes, long length) {

    private static final int FIRST = 8 * 1024;

    /** Reads the octets to their end. */
    static Gathering of(OctetInput in, int maximum) throws IOException {
        long known = in.knownLength();
        byte[] bytes = new byte[known > maximum || known < 0 ? Math.min(FIRST, maximum) : (int) known];
        int filled = in.readNBytes(bytes, 0, bytes.length);
        int next = in.read();
        while (next >= 0 && filled < maximum) {
            bytes = Arrays.copyOf(bytes, Math.min(bytes.length * 4, maximum));
            bytes[filled++] = (byte) next;
            filled += in.readNBytes(bytes, filled, bytes.length - filled);
            next = in.read();
        }
        if (next < 0) {
            return new Gathering(Optional.of(filled == bytes.length ? bytes : Arrays.copyOf(bytes, filled)), filled);
        }
        return new Gathering(Optional.empty(), filled + 1 + skip(in));
    }

    private static long skip(OctetInput in) throws IOException {
        byte[] chunk = new byte[Content.CHUNK];
        long skipped = 0;
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            skipped += read;
        }
        return skipped;
    }
}
