package org.sealpost.smime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Turns bare LF into CRLF, the form in which text is signed (RFC 8551 section 3.1.1); CRLF and bare CR pass unchanged.
 * Writes runs of bytes, not single ones.
 */
final class LineEnds extends OutputStream {

    private final OutputStream out;
    private boolean afterCarriageReturn;
    private boolean changed;

    LineEnds(OutputStream out) {
        this.out = out;
    }

    /** The same bytes with CRLF line ends. */
    static byte[] canonical(byte[] bytes) {
        ByteArrayOutputStream canonical = new ByteArrayOutputStream(bytes.length + bytes.length / 32);
        try (LineEnds lines = new LineEnds(canonical)) {
            lines.write(bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new IllegalStateException("writing into memory", e);
        }
        return canonical.toByteArray();
    }

    /** The same bytes with LF line ends. */
    static byte[] bare(byte[] bytes) {
        ByteArrayOutputStream bare = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '\r' || i + 1 == bytes.length || bytes[i + 1] != '\n') {
                bare.write(bytes[i]);
            }
        }
        return bare.toByteArray();
    }

    /** Whether anything was not in canonical form. */
    boolean changed() {
        return changed;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int end = offset + length;
        int start = offset;
        for (int i = lineFeed(bytes, offset, end); i < end; i = lineFeed(bytes, i + 1, end)) {
            boolean bare = i == offset ? !afterCarriageReturn : bytes[i - 1] != '\r';
            if (bare) {
                out.write(bytes, start, i - start);
                out.write('\r');
                start = i;
                changed = true;
            }
        }
        if (end > start) {
            out.write(bytes, start, end - start);
        }
        if (length > 0) {
            afterCarriageReturn = bytes[end - 1] == '\r';
        }
    }

    private static int lineFeed(byte[] bytes, int from, int end) {
        int i = from;
        while (i < end && bytes[i] != '\n') {
            i++;
        }
        return i;
    }
}
