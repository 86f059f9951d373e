package org.sealpost.enrolment;

import java.time.Instant;
import org.sealpost.protocol.NotAuthentic;

/**
 * The token was well formed but cannot be redeemed. The code tells why: {@code wrong-token} (tries left),
 * {@code no-token}, {@code token-expired} (since), {@code token-spent}, {@code token-withdrawn},
 * {@code token-exhausted}, {@code unknown-token}.
 */
public final class TokenRefused extends NotAuthentic {
    private static final long serialVersionUID = 1;

    private TokenRefused(String code, Object... arguments) {
        super(code, arguments);
    }

    static TokenRefused wrong(int triesLeft) {
        return triesLeft == 0 ? exhausted() : new TokenRefused("wrong-token", triesLeft);
    }

    static TokenRefused none() {
        return new TokenRefused("no-token");
    }

    /** No token is out that has that reference. */
    static TokenRefused unknown() {
        return new TokenRefused("unknown-token");
    }

    static TokenRefused expired(Instant since) {
        return new TokenRefused("token-expired", since);
    }

    static TokenRefused spent() {
        return new TokenRefused("token-spent");
    }

    static TokenRefused withdrawn() {
        return new TokenRefused("token-withdrawn");
    }

    static TokenRefused exhausted() {
        return new TokenRefused("token-exhausted");
    }
}
