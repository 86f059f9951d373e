package org.sealpost.crypto;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A password that a person typed; wiped when closed, never printed. */
public final class Passphrase implements AutoCloseable {
    private final char[] chars;
    private boolean closed;

    private Passphrase(char[] chars) {
        this.chars = chars;
    }

    /** Takes the array over: the caller must not use it again, closing wipes it. */
    public static Passphrase taking(char[] chars) {
        return new Passphrase(chars);
    }

    /** Copies what a form delivered as text; that text cannot be wiped, so drop it at once. */
    public static Passphrase copyOf(CharSequence text) {
        char[] chars = new char[text.length()];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = text.charAt(i);
        }
        return new Passphrase(chars);
    }

    /**
     * The array itself, not a copy: wiped by {@link #close()}, so it must not be kept.
     *
     * @throws IllegalStateException after closing
     */
    public char[] expose() {
        if (closed) {
            throw new IllegalStateException("password was wiped");
        }
        return chars;
    }

    /** The password in UTF-8; the caller closes it. */
    public SecretBytes utf8() {
        byte[] room = new byte[3 * chars.length];
        ByteBuffer encoded = ByteBuffer.wrap(room);
        StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(expose()), encoded, true);
        byte[] bytes = Arrays.copyOf(room, encoded.position());
        Arrays.fill(room, (byte) 0);
        return SecretBytes.taking(bytes);
    }

    /** A second passphrase of the same content, to be closed on its own. */
    public Passphrase copy() {
        return new Passphrase(expose().clone());
    }

    /** Length in UTF-16 units. */
    public int length() {
        return chars.length;
    }

    /** Wipes the password; closing twice is harmless. */
    @Override
    public void close() {
        Arrays.fill(chars, '\0');
        closed = true;
    }

    /** Never the content. */
    @Override
    public String toString() {
        return "***";
    }
}
