package org.sealpost.stepup;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.Passphrase;

/**
 * What came with this very request as its proof: the password that programs send, looked at only where a proof is needed, or a
 * bearer token, which is none.
 */
@RequestScoped
public class ProofOffer implements AutoCloseable {
    private @Nullable Passphrase password;
    private boolean byToken;

    /** Takes the password over, and wipes it at the end of the request. */
    public void offer(Passphrase offered) {
        close();
        password = offered;
    }

    /** The request came with a bearer token: nothing proves that its owner is there, not even a session that it came in. */
    public void nothingButAToken() {
        byToken = true;
    }

    boolean isAToken() {
        return byToken;
    }

    Optional<Passphrase> password() {
        return Optional.ofNullable(password);
    }

    @PreDestroy
    @Override
    public void close() {
        if (password != null) {
            password.close();
            password = null;
        }
    }
}
