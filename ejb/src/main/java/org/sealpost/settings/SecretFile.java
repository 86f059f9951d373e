package org.sealpost.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import org.sealpost.crypto.Passphrase;

/** Files that hold a secret for the server alone. */
public final class SecretFile {
    private SecretFile() {}

    /** The first line, to be closed by the caller. @throws UncheckedIOException when the file cannot be read */
    public static Passphrase firstLine(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
            Arrays.fill(bytes, (byte) 0);
            int length = 0;
            while (length < decoded.length() && decoded.charAt(length) != '\n' && decoded.charAt(length) != '\r') {
                length++;
            }
            Passphrase password = Passphrase.copyOf(decoded.subSequence(0, length));
            Arrays.fill(decoded.array(), '\0');
            return password;
        } catch (IOException e) {
            throw new UncheckedIOException("the secret in " + file + " cannot be read", e);
        }
    }

    /** The same as a text without white space around it, for what takes nothing else. */
    public static String text(Path file) throws IOException {
        try (Passphrase line = firstLine(file)) {
            return String.valueOf(line.expose()).strip();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Writes a file that only its owner may read, from its first byte on. */
    public static void write(Path file, String text) {
        try {
            Files.deleteIfExists(file);
            Files.newByteChannel(
                            file,
                            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                    .close();
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
