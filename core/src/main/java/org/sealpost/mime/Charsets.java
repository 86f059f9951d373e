package org.sealpost.mime;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text from bytes whose charset somebody else declared: unknown names and wrong bytes give a best guess, no error. */
final class Charsets {

    private Charsets() {}

    static String decode(ByteBuffer bytes, Optional<String> declared) {
        Charset charset = declared.flatMap(Charsets::find).orElse(StandardCharsets.US_ASCII);
        // what calls itself ASCII is ASCII by every guess, and more often than not it is something else
        return charset.equals(StandardCharsets.US_ASCII)
                ? HeaderText.guess(bytes)
                : charset.decode(bytes).toString();
    }

    private static Optional<Charset> find(String name) {
        try {
            return Optional.of(Charset.forName(name.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
