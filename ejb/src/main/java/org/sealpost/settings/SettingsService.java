package org.sealpost.settings;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.sealpost.model.Page;
import org.sealpost.model.SecuritySettings;
import org.sealpost.model.SecuritySettingsRepository;

/** The organisation's formats: what counts now and what counted before. */
@Stateless
public class SettingsService {
    @Inject
    SecuritySettingsRepository settings;

    /**
     * What counts now, beginning with the next message.
     *
     * @throws FormatsNotChosen before the Key Manager is set up
     */
    @PermitAll
    public SecuritySettingsView current() {
        return SecuritySettingsView.of(newest());
    }

    /** Versions, newest first; each page is asked for with the key that the one before gave. */
    @RolesAllowed({"km-admin", "auditor"})
    public Page<SecuritySettingsView> history(Optional<String> key, int limit) {
        return settings.history(key, limit).map(SecuritySettingsView::of);
    }

    private SecuritySettings newest() {
        return settings.current().orElseThrow(FormatsNotChosen::new);
    }
}
