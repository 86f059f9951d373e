package org.sealpost.protocol;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;

/**
 * The one-time token an administrator hands to a user: 125 random bits as 25 Crockford base32 symbols and one check
 * symbol (value modulo 37, as Crockford defined it), written in groups of five.
 *
 * <p>The check symbol finds every single wrong symbol and every swap of two neighbours, so that a slip is told from
 * a wrong token before a try is counted. Lower case, hyphens, spaces, {@code o} for {@code 0} and {@code i} or
 * {@code l} for {@code 1} are accepted.
 */
public final class TokenCode {
    /** Entropy in bits. */
    public static final int BITS = 125;

    private static final int SYMBOLS = BITS / 5;
    private static final int GROUP = 5;
    private static final int LONGEST_INPUT = 200;
    private static final String HASH_DOMAIN = "sealpost one-time token v1:";
    private static final String SEED_DOMAIN = "sealpost one-time token seed v1:";

    private final String symbols;

    private TokenCode(String symbols) {
        this.symbols = symbols;
    }

    /** Makes a fresh token. */
    public static TokenCode generate(SecureRandom random) {
        return new TokenCode(Crockford.encode(new BigInteger(BITS, random), SYMBOLS));
    }

    /**
     * Reads what a person typed.
     *
     * @throws MistypedToken when it cannot be a token that was ever handed out
     */
    public static TokenCode parse(String typed) {
        if (typed.length() > LONGEST_INPUT) {
            throw new MistypedToken("token-length", SYMBOLS + 1);
        }
        String text = Crockford.normalised(typed);
        for (int i = 0; i < text.length(); i++) {
            boolean last = i == text.length() - 1;
            char symbol = text.charAt(i);
            if (!(last ? Crockford.isCheckSymbol(symbol) : Crockford.isSymbol(symbol))) {
                throw new MistypedToken("token-symbol", i + 1);
            }
        }
        if (text.length() != SYMBOLS + 1) {
            throw new MistypedToken("token-length", SYMBOLS + 1);
        }
        TokenCode code = new TokenCode(text.substring(0, SYMBOLS));
        if (code.checkSymbol() != text.charAt(SYMBOLS)) {
            throw new MistypedToken("token-check");
        }
        return code;
    }

    /** The form to show and to hand over, e.g. {@code 7K3QF-…-Z}; shown once, never stored or logged. */
    public String text() {
        return Crockford.grouped(symbols, GROUP) + '-' + checkSymbol();
    }

    /** The part that is not secret and names the token. */
    public TokenReference reference() {
        return new TokenReference(symbols.substring(0, TokenReference.SYMBOLS));
    }

    /** How programs that know nothing of tokens may spell it as their secret: as printed, and without the hyphens. */
    public List<String> spellings() {
        return List.of(text(), symbols + checkSymbol());
    }

    /**
     * What the Key Manager stores: SHA-256 over a domain label and the symbols, 32 bytes. A plain digest is enough for
     * 125 random bits: there is no dictionary to try.
     */
    public byte[] hash() {
        return digest(HASH_DOMAIN);
    }

    /**
     * A secret that only the token gives, 32 bytes: what is sealed to a pair derived from it opens with the token alone.
     * The hash says nothing about it. The caller wipes it.
     */
    public byte[] seed() {
        return digest(SEED_DOMAIN);
    }

    private byte[] digest(String domain) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return digest.digest((domain + symbols).getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private char checkSymbol() {
        return Crockford.checkSymbol(symbols);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenCode code && MessageDigest.isEqual(hash(), code.hash());
    }

    @Override
    public int hashCode() {
        return symbols.hashCode();
    }

    /** Never the token itself. */
    @Override
    public String toString() {
        return "***";
    }
}
