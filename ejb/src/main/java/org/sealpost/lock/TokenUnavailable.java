package org.sealpost.lock;

import java.util.List;
import org.sealpost.crypto.TokenRefusal;
import org.sealpost.protocol.Unavailable;

/** No token is configured, or it does not answer. */
public final class TokenUnavailable extends Unavailable {
    private static final long serialVersionUID = 1;

    TokenUnavailable() {
        super("no-token-configured");
    }

    TokenUnavailable(TokenRefusal cause) {
        super("token-unavailable", cause, List.of(cause.getMessage()));
    }
}
