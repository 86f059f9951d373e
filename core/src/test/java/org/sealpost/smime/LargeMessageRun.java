package org.sealpost.smime;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.mime.MessageSource;

/**
 * Seals, opens and verifies a generated message of any size; run in a Java machine of its own with a small heap.
 * Arguments: a folder for the sealed message, then any number of FORMAT:FORM:MEGABYTES.
 */
public final class LargeMessageRun {

    private static final int LINE = 76;

    private LargeMessageRun() {}

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        Path sealed = Path.of(arguments[0]).resolve("sealed.eml");
        for (String run : List.of(arguments).subList(1, arguments.length)) {
            String[] parts = run.split(":", -1);
            Letter letter = new Letter(Long.parseLong(parts[2]) * 1_000_000 / LINE * LINE);
            long started = System.nanoTime();
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(sealed), 64 * 1024)) {
                Corp.SEALER.signAndEncrypt(
                        letter,
                        Corp.signing(Corp.ALICE_SIGNS),
                        SignatureForm.valueOf(parts[1]),
                        Corp.envelope(EncryptionFormat.valueOf(parts[0]), Corp.BOB_RSA, Corp.CAROL_EC),
                        out);
            }
            long sealedAt = System.nanoTime();
            open(sealed, letter);
            System.out.printf(
                    Locale.ROOT,
                    "%s sealed in %.1f s, opened, verified and read in %.1f s, %d MB used%n",
                    run,
                    (sealedAt - started) / 1e9,
                    (System.nanoTime() - sealedAt) / 1e9,
                    Runtime.getRuntime().totalMemory() / 1_000_000);
        }
    }

    private static void open(Path sealed, Letter letter) throws IOException, GeneralSecurityException {
        OpeningPolicy policy = Corp.policy().withMaximumLength(Long.MAX_VALUE);
        try (OpenedMessage opened =
                Corp.OPENER.open(MessageSource.of(sealed), List.of(Corp.decryption(Corp.CAROL_EC)), policy)) {
            if (!opened.signaturesHold() || opened.content().length() != letter.length()) {
                throw new IllegalStateException(opened.signatures().toString());
            }
            if (!MessageDigest.isEqual(digest(opened.content()), digest(letter))) {
                throw new IllegalStateException("another content came back");
            }
        }
    }

    private static byte[] digest(MessageSource source) throws IOException, GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] chunk = new byte[64 * 1024];
        try (InputStream in = source.open()) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
        }
        return digest.digest();
    }

    /** A letter whose body is generated while it is read. */
    private record Letter(long bodyLength) implements MessageSource {
        @Override
        public InputStream open() {
            return new SequenceInputStream(new ByteArrayInputStream(Corp.LETTER), new Lines(bodyLength));
        }

        @Override
        public long length() {
            return Corp.LETTER.length + bodyLength;
        }
    }

    private static final class Lines extends InputStream {
        private static final byte[] TEXT = text();
        private final long length;
        private long position;

        Lines(long length) {
            this.length = length;
        }

        private static byte[] text() {
            byte[] text = new byte[LINE * 997];
            for (int i = 0; i < text.length; i++) {
                int column = i % LINE;
                text[i] = (byte) (column == LINE - 2 ? '\r' : column == LINE - 1 ? '\n' : 'a' + i % 23);
            }
            return text;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] bytes, int offset, int count) {
            if (position == length) {
                return -1;
            }
            int from = (int) (position % TEXT.length);
            int taken = (int) Math.min(Math.min(count, TEXT.length - from), length - position);
            System.arraycopy(TEXT, from, bytes, offset, taken);
            position += taken;
            return taken;
        }
    }
}
