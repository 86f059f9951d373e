package org.sealpost.smime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.Map;
import org.sealpost.crypto.Providers;
import org.sealpost.mime.MessageSource;

/**
 * Digests of a signed content, each taken once. For clear-signed contents line ends count as CRLF, because mail systems
 * change them; if that changes anything and does not fit, the bytes as they arrived are tried too.
 */
final class ContentDigests {

    private final MessageSource content;
    private final boolean clear;
    private final Providers providers;
    private final Map<DigestAlgorithm, byte[]> asArrived = new EnumMap<>(DigestAlgorithm.class);
    private final Map<DigestAlgorithm, byte[]> canonical = new EnumMap<>(DigestAlgorithm.class);

    ContentDigests(MessageSource content, boolean clear, Providers providers) {
        this.content = content;
        this.clear = clear;
        this.providers = providers;
    }

    boolean matches(DigestAlgorithm algorithm, byte[] expected) throws IOException {
        if (clear && MessageDigest.isEqual(canonical(algorithm), expected)) {
            return true;
        }
        return MessageDigest.isEqual(asArrived(algorithm), expected);
    }

    private byte[] canonical(DigestAlgorithm algorithm) throws IOException {
        byte[] known = canonical.get(algorithm);
        if (known != null) {
            return known;
        }
        MessageDigest digest = algorithm.start(providers);
        boolean changed;
        try (LineEnds lines = new LineEnds(new DigestOutput(digest))) {
            copy(lines);
            changed = lines.changed();
        }
        byte[] value = digest.digest();
        canonical.put(algorithm, value);
        if (!changed) {
            asArrived.put(algorithm, value);
        }
        return value;
    }

    private byte[] asArrived(DigestAlgorithm algorithm) throws IOException {
        byte[] known = asArrived.get(algorithm);
        if (known != null) {
            return known;
        }
        MessageDigest digest = algorithm.start(providers);
        copy(new DigestOutput(digest));
        byte[] value = digest.digest();
        asArrived.put(algorithm, value);
        return value;
    }

    private void copy(OutputStream out) throws IOException {
        try (InputStream in = content.open()) {
            byte[] chunk = new byte[Content.chunkFor(content.length())];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                out.write(chunk, 0, read);
            }
        }
    }

    private static final class DigestOutput extends OutputStream {
        private final MessageDigest digest;

        DigestOutput(MessageDigest digest) {
            this.digest = digest;
        }

        @Override
        public void write(int b) {
            digest.update((byte) b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            digest.update(bytes, offset, length);
        }
    }
}
