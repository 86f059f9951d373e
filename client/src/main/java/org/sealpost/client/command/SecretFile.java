package org.sealpost.client.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.sealpost.crypto.Passphrase;

/** Reads a password or token from a file or a descriptor such as {@code /dev/fd/3}: its first line, in UTF-8. */
final class SecretFile {
    /** Access tokens that name many groups are the longest of them. */
    private static final int LARGEST = 16 * 1024;

    private SecretFile() {}

    /**
     * @return to be closed by the caller
     * @throws Refused when it is empty or too long
     */
    static Passphrase read(Path file) throws IOException {
        byte[] content;
        try (InputStream in = Files.newInputStream(file)) {
            content = in.readNBytes(LARGEST + 1);
        }
        CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(content));
        int length = 0;
        while (length < text.length() && text.get(length) != '\n' && text.get(length) != '\r') {
            length++;
        }
        char[] line = Arrays.copyOf(text.array(), length);
        Arrays.fill(text.array(), '\0');
        boolean usable = length > 0 && content.length <= LARGEST;
        Arrays.fill(content, (byte) 0);
        if (!usable) {
            Arrays.fill(line, '\0');
            throw new Refused("secret-file", file.toString());
        }
        return Passphrase.taking(line);
    }
}
