package org.sealpost.protocol;

import java.math.BigInteger;
import java.util.Locale;

/**
 * Crockford's base 32: symbols that people read out and type without mistaking one for another, and a check symbol
 * (value modulo 37) that finds every single wrong symbol and every swap of two neighbours.
 */
public final class Crockford {
    private static final int BITS = 5;
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String CHECK_ALPHABET = ALPHABET + "*~$=U";

    private Crockford() {}

    /** The number in exactly that many symbols, with zeros in front. */
    public static String encode(BigInteger value, int symbols) {
        if (value.signum() < 0 || value.bitLength() > symbols * BITS) {
            throw new IllegalArgumentException("does not fit into " + symbols + " symbols");
        }
        StringBuilder text = new StringBuilder(symbols);
        for (int at = (symbols - 1) * BITS; at >= 0; at -= BITS) {
            text.append(ALPHABET.charAt(value.shiftRight(at).intValue() & (ALPHABET.length() - 1)));
        }
        return text.toString();
    }

    /** The number that symbols stand for; they must be {@linkplain #isSymbol symbols}. */
    public static BigInteger decode(String symbols) {
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < symbols.length(); i++) {
            value = value.shiftLeft(BITS).or(BigInteger.valueOf(ALPHABET.indexOf(symbols.charAt(i))));
        }
        return value;
    }

    /** The check symbol of symbols. */
    public static char checkSymbol(String symbols) {
        return CHECK_ALPHABET.charAt(
                decode(symbols).mod(BigInteger.valueOf(CHECK_ALPHABET.length())).intValue());
    }

    /** What a person typed: in upper case, without spaces and hyphens, with the letters that stand for digits. */
    public static String normalised(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    /** Whether it is one of the 32 symbols. */
    public static boolean isSymbol(char symbol) {
        return ALPHABET.indexOf(symbol) >= 0;
    }

    /** Whether it is one of the 37 check symbols. */
    public static boolean isCheckSymbol(char symbol) {
        return CHECK_ALPHABET.indexOf(symbol) >= 0;
    }

    /** Groups of that length with a hyphen between them. */
    public static String grouped(String symbols, int group) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < symbols.length(); i += group) {
            text.append(i == 0 ? "" : "-").append(symbols, i, Math.min(i + group, symbols.length()));
        }
        return text.toString();
    }
}
