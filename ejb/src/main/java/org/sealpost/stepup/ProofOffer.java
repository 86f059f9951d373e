package org.sealpost.stepup;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.Passphrase;

/** The password that came with this very request, as programs send it: looked at only where a proof is needed. */
@RequestScoped
public class ProofOffer implements AutoCloseable {
    private @Nullable Passphrase password;

    /** Takes the password over, and wipes it at the end of the request. */
    public void offer(Passphrase offered) {
        close();
        password = offered;
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
