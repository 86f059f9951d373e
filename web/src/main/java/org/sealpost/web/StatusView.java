package org.sealpost.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.FormatPolicy;
import org.sealpost.lock.KeyManagerService;
import org.sealpost.lock.KeyManagerState;
import org.sealpost.lock.KeyManagerStatus;
import org.sealpost.settings.SettingsService;

/** What the foot of every page says: how the Key Manager stands and which edition is in force. Asked once a request. */
@Named("status")
@RequestScoped
public class StatusView {

    @Inject
    KeyManagerService keyManager;

    @Inject
    SettingsService settings;

    private @Nullable KeyManagerStatus status;
    private @Nullable FormatPolicy policy;

    /** How the Key Manager stands. */
    public KeyManagerStatus getKeyManager() {
        KeyManagerStatus known = status;
        if (known == null) {
            known = keyManager.status();
            status = known;
        }
        return known;
    }

    /** Whether there is a Key Manager at all. */
    public boolean isSetUp() {
        return getKeyManager().state() != KeyManagerState.NOT_SET_UP;
    }

    /** The formats in force; null before the set-up. */
    public @Nullable FormatPolicy getPolicy() {
        if (policy == null && isSetUp()) {
            policy = settings.current().policy();
        }
        return policy;
    }
}
