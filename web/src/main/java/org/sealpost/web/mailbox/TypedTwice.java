package org.sealpost.web.mailbox;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.Passphrase;
import org.sealpost.web.TypedPassword;

/** A new password in its two fields, {@code password} and {@code again}; wiped when closed. */
public final class TypedTwice implements AutoCloseable {
    private final TypedPassword password = new TypedPassword();
    private final TypedPassword again = new TypedPassword();

    /**
     * The password if it will do; what is wrong with it is said at its field.
     *
     * @param form id of the form with the two fields
     * @param login name at the login, which the password must not hold
     * @return the password, which stays here and is wiped with the rest
     */
    Optional<Passphrase> accepted(String form, String login, MailTexts texts) {
        Passphrase typed = password.peek();
        Optional<NewPassword.Objection> objection = NewPassword.objection(typed, login);
        if (typed == null || objection.isPresent()) {
            objection.ifPresent(o -> texts.refuse(form + ":password", o.key(), o.value()));
            return Optional.empty();
        }
        if (!NewPassword.same(typed, again.peek())) {
            texts.refuse(form + ":again", "setup.password.differs");
            return Optional.empty();
        }
        return Optional.of(typed);
    }

    /** For the page: nothing. */
    public @Nullable Passphrase getPassword() {
        return null;
    }

    public void setPassword(@Nullable Passphrase typed) {
        password.setValue(typed);
    }

    /** For the page: nothing. */
    public @Nullable Passphrase getAgain() {
        return null;
    }

    public void setAgain(@Nullable Passphrase typed) {
        again.setValue(typed);
    }

    @Override
    public void close() {
        password.close();
        again.close();
    }
}
