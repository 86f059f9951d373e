package org.sealpost.web.mailbox;

import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.Passphrase;

/**
 * A new password as it was typed twice. What guards a security file that may be copied away is its password alone, so
 * length counts most; rules about kinds of characters only make people choose what others choose too.
 */
final class NewPassword {

    /** Fewest characters, in UTF-16 units. */
    static final int SHORTEST = 12;

    /** Most characters, in UTF-16 units. */
    static final int LONGEST = 256;

    /** Fewest different characters. */
    static final int DISTINCT = 6;

    private NewPassword() {}

    /**
     * What is wrong with a new password.
     *
     * @param login name at the login, which the password must not hold
     * @return key of the text that says so and the value for its placeholder; empty when the password will do
     */
    static Optional<Objection> objection(@Nullable Passphrase password, String login) {
        if (password == null) {
            return Optional.of(new Objection("setup.password.missing", 0));
        }
        if (password.length() < SHORTEST) {
            return Optional.of(new Objection("setup.password.short", SHORTEST));
        }
        if (password.length() > LONGEST) {
            return Optional.of(new Objection("setup.password.long", LONGEST));
        }
        char[] typed = password.expose();
        if (CharBuffer.wrap(typed).chars().distinct().count() < DISTINCT) {
            return Optional.of(new Objection("setup.password.uniform", DISTINCT));
        }
        return holds(typed, login) ? Optional.of(new Objection("setup.password.name", 0)) : Optional.empty();
    }

    /** Whether both are the same. */
    static boolean same(Passphrase one, @Nullable Passphrase other) {
        return other != null && Arrays.equals(one.expose(), other.expose());
    }

    private static boolean holds(char[] typed, String login) {
        for (int from = 0; !login.isEmpty() && from + login.length() <= typed.length; from++) {
            int start = from;
            boolean here =
                    IntStream.range(0, login.length()).allMatch(i -> lower(typed[start + i]) == lower(login.charAt(i)));
            if (here) {
                return true;
            }
        }
        return false;
    }

    private static char lower(char c) {
        return Character.toLowerCase(c);
    }

    /**
     * Why a password is refused.
     *
     * @param key key of a text
     * @param value value for its placeholder
     */
    record Objection(String key, int value) {}
}
