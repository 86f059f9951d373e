package org.sealpost.client.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.PasswordRule;

/** Passwords and tokens: from a file or descriptor, or typed; never from the command line. */
public final class Secrets {
    private final Surroundings here;

    public Secrets(Surroundings here) {
        this.here = here;
    }

    /**
     * The Key Manager's start-up password, to be closed by the caller.
     *
     * @param file where it stands, as {@code --startup-password-file} says; asked for without it
     * @throws UsageProblem when there is no file and nobody can be asked
     */
    public Passphrase startup(@Nullable Path file) {
        return get(file, "startup.password", "--startup-password-file");
    }

    /**
     * The secret, to be closed by the caller.
     *
     * @param file where it stands; asked for without it
     * @param prompt key of the question
     * @param option what would have named a file, for the refusal
     * @throws UsageProblem when there is no file and nobody can be asked
     */
    public Passphrase get(@Nullable Path file, String prompt, String option, Object... arguments) {
        if (file != null) {
            return read(file);
        }
        return here.terminal()
                .secret(here.texts().of(prompt, arguments))
                .orElseThrow(() -> new UsageProblem("nobody-to-ask", option));
    }

    /**
     * A new password of a security file, to be closed by the caller. A person is asked until it will do; a script's choice
     * is its own, and is only warned about.
     *
     * @param name of the mailbox, which it should not hold
     */
    public Passphrase fresh(@Nullable Path file, String name, String option) {
        if (file != null) {
            Passphrase given = read(file);
            PasswordRule.objection(given, name)
                    .ifPresent(why -> here.say("password.weak", here.texts().of(words(why), value(why))));
            return given;
        }
        if (!here.terminal().interactive()) {
            throw new UsageProblem("nobody-to-ask", option);
        }
        here.say("setup.password.rules");
        Optional<Passphrase> typed = Optional.empty();
        while (typed.isEmpty()) {
            typed = typedTwice(name, option);
        }
        return typed.get();
    }

    private Optional<Passphrase> typedTwice(String name, String option) {
        Passphrase one = get(null, "password.new", option);
        Optional<PasswordRule.Objection> objection = PasswordRule.objection(one, name);
        if (objection.isPresent()) {
            one.close();
            here.say(words(objection.get()), value(objection.get()));
            return Optional.empty();
        }
        try (Passphrase again = get(null, "password.again", option)) {
            if (Arrays.equals(one.expose(), again.expose())) {
                return Optional.of(one);
            }
        }
        one.close();
        here.say("setup.password.differs");
        return Optional.empty();
    }

    private static String words(PasswordRule.Objection objection) {
        return switch (objection) {
            case SHORT -> "setup.password.short";
            case LONG -> "setup.password.long";
            case UNIFORM -> "setup.password.uniform";
            case NAME -> "password.name";
        };
    }

    private static int value(PasswordRule.Objection objection) {
        return switch (objection) {
            case SHORT -> PasswordRule.SHORTEST;
            case LONG -> PasswordRule.LONGEST;
            case UNIFORM -> PasswordRule.DISTINCT;
            case NAME -> 0;
        };
    }

    private static Passphrase read(Path file) {
        try {
            return SecretFile.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
