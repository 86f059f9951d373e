package org.sealpost.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * The first two groups of a token, 50 of its 125 bits. They name the token to whoever has to find it and may travel in
 * clear: the rest is secret enough. Only who knows them can use up the token's tries.
 *
 * @param symbols ten symbols in upper case, without hyphens
 */
public record TokenReference(String symbols) {
    static final int SYMBOLS = 10;
    private static final int GROUP = 5;
    private static final int LONGEST_INPUT = 200;
    private static final String HASH_DOMAIN = "sealpost one-time token reference v1:";

    /** Reads what a person typed, of the reference alone or of the whole token; empty when it is no reference. */
    public static Optional<TokenReference> read(String typed) {
        if (typed.length() > LONGEST_INPUT) {
            return Optional.empty();
        }
        String text = Crockford.normalised(typed);
        return text.length() >= SYMBOLS && text.chars().limit(SYMBOLS).allMatch(one -> Crockford.isSymbol((char) one))
                ? Optional.of(new TokenReference(text.substring(0, SYMBOLS)))
                : Optional.empty();
    }

    /** As it is printed, e.g. {@code 7K3QF-0M2ZP}. */
    public String text() {
        return Crockford.grouped(symbols, GROUP);
    }

    /** What the Key Manager finds the token by: SHA-256 over a domain label and the symbols, 32 bytes. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((HASH_DOMAIN + symbols).getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
