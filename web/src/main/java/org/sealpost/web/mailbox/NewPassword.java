package org.sealpost.web.mailbox;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.PasswordRule;

/** A new password as it was typed twice, judged by the {@link PasswordRule}. */
final class NewPassword {

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
        return PasswordRule.objection(password, login).map(NewPassword::inWords);
    }

    private static Objection inWords(PasswordRule.Objection objection) {
        return switch (objection) {
            case SHORT -> new Objection("setup.password.short", PasswordRule.SHORTEST);
            case LONG -> new Objection("setup.password.long", PasswordRule.LONGEST);
            case UNIFORM -> new Objection("setup.password.uniform", PasswordRule.DISTINCT);
            case NAME -> new Objection("setup.password.name", 0);
        };
    }

    /** Whether both are the same. */
    static boolean same(Passphrase one, @Nullable Passphrase other) {
        return other != null && Arrays.equals(one.expose(), other.expose());
    }

    /**
     * Why a password is refused.
     *
     * @param key key of a text
     * @param value value for its placeholder
     */
    record Objection(String key, int value) {}
}
