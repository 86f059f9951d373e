package org.sealpost.web.console;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.lock.KeyManagerService;
import org.sealpost.lock.KeyManagerState;
import org.sealpost.web.Texts;

/** The Key Manager's page. It lives for one request, and so does a start-up password in it. */
@Named
@RequestScoped
public class ServiceView {

    private static final String HERE = "/console/service.xhtml?faces-redirect=true";

    @Inject
    KeyManagerService keyManager;

    @Inject
    Providers providers;

    @Inject
    Texts texts;

    private @Nullable Passphrase password;

    /**
     * Gives the start-up password: unlocks what is locked, starts what is stopped.
     *
     * @return this page, read anew
     */
    public String open() {
        boolean locked = keyManager.status().state() == KeyManagerState.LOCKED;
        try (Passphrase typed = requireNonNull(password)) {
            if (locked) {
                keyManager.unlock(typed);
            } else {
                keyManager.start(typed);
            }
        }
        texts.doneAfterwards(locked ? "service.unlocked" : "service.started");
        return HERE;
    }

    /**
     * Takes the keys out of memory.
     *
     * @return this page, read anew
     */
    public String stop() {
        keyManager.stop();
        texts.doneAfterwards("service.stopped");
        return HERE;
    }

    /** Whether the native provider is in use. */
    public boolean isAccelerated() {
        return providers.accelerated();
    }

    /** Which providers are in use, in words. */
    public String getProviders() {
        return providers.describe();
    }

    public @Nullable Passphrase getPassword() {
        return password;
    }

    public void setPassword(@Nullable Passphrase password) {
        this.password = password;
    }
}
