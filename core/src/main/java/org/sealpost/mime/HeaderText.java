package org.sealpost.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.util.ByteSequence;

/** Text of one header field, made fit for showing and for writing: one line that nothing can break or turn around. */
final class HeaderText {

    /** What 8-bit headers and bodies without a usable charset most often are when they are not UTF-8. */
    private static final Charset FALLBACK = Charset.forName("windows-1252");

    private HeaderText() {}

    /** The unfolded, not yet decoded body of a field. */
    static String unfolded(Field field) {
        ByteSequence raw = field.getRaw();
        if (raw == null) {
            return String.valueOf(field.getBody()).strip();
        }
        byte[] bytes = raw.toByteArray();
        int colon = 0;
        while (colon < bytes.length && bytes[colon] != ':') {
            colon++;
        }
        int start = Math.min(colon + 1, bytes.length);
        return unfold(guess(ByteBuffer.wrap(bytes, start, bytes.length - start)));
    }

    /** The body of a field as people read it: unfolded, RFC 2047 decoded and cleaned. */
    static String decoded(Field field) {
        return clean(EncodedWords.decode(unfolded(field)));
    }

    /** UTF-8 where the bytes are valid UTF-8, otherwise the most common 8-bit charset; never fails. */
    static String guess(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
        } catch (CharacterCodingException e) {
            return FALLBACK.decode(bytes).toString();
        }
    }

    /**
     * Text that stays on its line and reads in the order in which it was written: control characters and line
     * separators become spaces, characters that override the writing direction and unpaired surrogates vanish.
     */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
                clean.append(' ');
            } else if (!overridesDirection(c) && !isSurrogate(c)) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString().strip();
    }

    /** Embeddings, overrides and isolates of the Unicode bidirectional algorithm, the means of file name tricks. */
    static boolean overridesDirection(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private static String unfold(String folded) {
        StringBuilder line = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c != '\r' && c != '\n') {
                line.append(c);
            }
        }
        return line.toString().strip();
    }
}
