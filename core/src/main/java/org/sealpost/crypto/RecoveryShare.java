package org.sealpost.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.util.BigIntegers;
import org.sealpost.protocol.Crockford;

/**
 * One holder's share of a recovery secret. It says itself to which set it belongs, which number it has and how many
 * are needed.
 *
 * <p>On paper it is three lines of twenty Crockford symbols in groups of five, each line with its own check symbol, so
 * that a slip is told at once and by its line: 300 bits, which are version (4), set (30), number (5), needed (5) and
 * the share itself (256). Lower case, hyphens, spaces and the letters that look like digits are accepted.
 */
public final class RecoveryShare implements AutoCloseable {
    /** Most shares of a set. */
    public static final int MOST = 31;

    /** Length of a share's value in bytes, the same as of the secret. */
    public static final int LENGTH = 32;

    private static final int VERSION = 1;
    private static final int LINES = 3;
    private static final int LINE_SYMBOLS = 20;
    private static final int GROUP = 5;
    private static final int SMALL_BITS = 5;
    private static final int SET_BITS = 30;
    private static final int LONGEST_INPUT = 400;

    private final String set;
    private final int number;
    private final int needed;
    private final SecretBytes value;

    RecoveryShare(String set, int number, int needed, SecretBytes value) {
        this.set = set;
        this.number = number;
        this.needed = needed;
        this.value = value;
    }

    /**
     * Reads what a holder typed.
     *
     * @throws MistypedShare when it cannot be a share that was ever handed out
     */
    public static RecoveryShare parse(String typed) {
        String text = typed.length() > LONGEST_INPUT ? "" : Crockford.normalised(typed);
        if (text.length() != LINES * (LINE_SYMBOLS + 1)) {
            throw new MistypedShare("share-length", LINES * (LINE_SYMBOLS + 1), text.length());
        }
        StringBuilder symbols = new StringBuilder(LINES * LINE_SYMBOLS);
        for (int line = 0; line < LINES; line++) {
            int from = line * (LINE_SYMBOLS + 1);
            symbols.append(line(text.substring(from, from + LINE_SYMBOLS), text.charAt(from + LINE_SYMBOLS), line + 1));
        }
        return decode(Crockford.decode(symbols.toString()));
    }

    private static String line(String symbols, char check, int line) {
        for (int i = 0; i < symbols.length(); i++) {
            if (!Crockford.isSymbol(symbols.charAt(i))) {
                throw new MistypedShare("share-symbol", line, i + 1);
            }
        }
        if (Crockford.checkSymbol(symbols) != check) {
            throw new MistypedShare("share-check", line);
        }
        return symbols;
    }

    private static RecoveryShare decode(BigInteger bits) {
        int valueBits = LENGTH * Byte.SIZE;
        int needed = small(bits, valueBits);
        int number = small(bits, valueBits + SMALL_BITS);
        BigInteger set = bits.shiftRight(valueBits + 2 * SMALL_BITS).mod(BigInteger.ONE.shiftLeft(SET_BITS));
        int version = bits.shiftRight(valueBits + 2 * SMALL_BITS + SET_BITS).intValue();
        if (version != VERSION || number == 0 || needed < 2) {
            throw new MistypedShare("share-unknown");
        }
        byte[] value = BigIntegers.asUnsignedByteArray(LENGTH, bits.mod(BigInteger.ONE.shiftLeft(valueBits)));
        return new RecoveryShare(KeyFingerprint.text(set), number, needed, SecretBytes.taking(value));
    }

    private static int small(BigInteger bits, int at) {
        return bits.shiftRight(at).intValue() & ((1 << SMALL_BITS) - 1);
    }

    /** Three lines for the holder's paper; shown once, never stored or logged. */
    public String text() {
        BigInteger bits = BigInteger.valueOf(VERSION)
                .shiftLeft(SET_BITS)
                .or(KeyFingerprint.number(set))
                .shiftLeft(SMALL_BITS)
                .or(BigInteger.valueOf(number))
                .shiftLeft(SMALL_BITS)
                .or(BigInteger.valueOf(needed))
                .shiftLeft(LENGTH * Byte.SIZE)
                .or(new BigInteger(1, value.expose()));
        String symbols = Crockford.encode(bits, LINES * LINE_SYMBOLS);
        StringBuilder text = new StringBuilder();
        for (int from = 0; from < symbols.length(); from += LINE_SYMBOLS) {
            String line = symbols.substring(from, from + LINE_SYMBOLS);
            text.append(from == 0 ? "" : "\n")
                    .append(Crockford.grouped(line, GROUP))
                    .append('-')
                    .append(Crockford.checkSymbol(line));
        }
        return text.toString();
    }

    /** Fingerprint of the set, e.g. {@code 7KQ-3FD}. */
    public String set() {
        return set;
    }

    /** The holder's number, 1 to {@value #MOST}. */
    public int number() {
        return number;
    }

    /** How many shares of the set open it. */
    public int needed() {
        return needed;
    }

    /**
     * SHA-256 over the share, 32 bytes: tells a share of this set from a mistyped one. A plain digest is enough for 256
     * random bits.
     */
    public byte[] digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(("sealpost recovery share 1:" + set + ':' + number + ':' + needed + ':').getBytes(US_ASCII));
            return digest.digest(value.expose());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    SecretBytes value() {
        return value;
    }

    @Override
    public void close() {
        value.close();
    }

    /** Set and number, never the share. */
    @Override
    public String toString() {
        return set + " share " + number;
    }
}
