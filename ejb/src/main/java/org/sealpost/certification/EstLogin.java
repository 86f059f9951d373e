package org.sealpost.certification;

import java.util.Optional;
import org.sealpost.crypto.Passphrase;
import org.sealpost.protocol.MistypedToken;
import org.sealpost.protocol.TokenCode;

/**
 * What an EST client gives by HTTP Basic: either the mailbox's address and the token, or login name and password of the
 * directory. Closing wipes it.
 */
public record EstLogin(String name, Passphrase password) implements AutoCloseable {
    /** The token, if the password is one. */
    Optional<TokenCode> token() {
        try {
            return Optional.of(TokenCode.parse(new String(password.expose())));
        } catch (MistypedToken e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        password.close();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "EstLogin[" + name + "]";
    }
}
