package org.sealpost.crypto;

import java.nio.CharBuffer;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a new password of a security file must be like. What guards a file that may be copied away is its password
 * alone, so length counts most; rules about kinds of characters only make people choose what others choose too.
 */
public final class PasswordRule {

    /** Fewest characters, in UTF-16 units. */
    public static final int SHORTEST = 12;

    /** Most characters, in UTF-16 units. */
    public static final int LONGEST = 256;

    /** Fewest different characters. */
    public static final int DISTINCT = 6;

    private PasswordRule() {}

    /** Why a password will not do. */
    public enum Objection {
        SHORT,
        LONG,
        /** Too few different characters. */
        UNIFORM,
        /** It holds its owner's name. */
        NAME
    }

    /**
     * What is wrong with a new password; empty when it will do.
     *
     * @param name of its owner, which it must not hold; none when empty
     */
    public static Optional<Objection> objection(Passphrase password, String name) {
        if (password.length() < SHORTEST) {
            return Optional.of(Objection.SHORT);
        }
        if (password.length() > LONGEST) {
            return Optional.of(Objection.LONG);
        }
        char[] typed = password.expose();
        if (CharBuffer.wrap(typed).chars().distinct().count() < DISTINCT) {
            return Optional.of(Objection.UNIFORM);
        }
        return holds(typed, name) ? Optional.of(Objection.NAME) : Optional.empty();
    }

    private static boolean holds(char[] typed, String name) {
        for (int from = 0; !name.isEmpty() && from + name.length() <= typed.length; from++) {
            int start = from;
            boolean here =
                    IntStream.range(0, name.length()).allMatch(i -> lower(typed[start + i]) == lower(name.charAt(i)));
            if (here) {
                return true;
            }
        }
        return false;
    }

    private static char lower(char c) {
        return Character.toLowerCase(c);
    }
}
