package org.sealpost.settings;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Optional;
import org.sealpost.audit.AuditLog;
import org.sealpost.audit.Audited;
import org.sealpost.audit.Caller;
import org.sealpost.crypto.FormatPolicy;
import org.sealpost.model.Act;
import org.sealpost.model.Page;
import org.sealpost.model.SecuritySettings;
import org.sealpost.model.SecuritySettingsRepository;

/** The organisation's formats: what counts now, what counted before, and changing them. */
@Stateless
public class SettingsService {
    @Inject
    SecuritySettingsRepository settings;

    @Inject
    AuditLog audit;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

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

    /**
     * Changes the formats. Nothing that was sealed before is touched: old messages stay readable.
     *
     * @throws FormatsChangedMeanwhile when somebody else changed them since the administrator looked
     * @throws UnusableFormats when the edition does not write them or the preferred one is below the floor
     */
    @RolesAllowed("km-admin")
    @Audited(Act.CHANGE_FORMATS)
    public SecuritySettingsView change(@Valid FormatChange change) {
        SecuritySettings before = newest();
        if (before.number() != change.basedOn()) {
            throw new FormatsChangedMeanwhile(before.change().by(), before.number());
        }
        SecuritySettings after = before.next(
                policy(change), new SecuritySettings.Change(caller.name(), clock.instant(), change.reason()));
        settings.add(after);
        audit.success(
                Act.CHANGE_FORMATS, "formats", describe(before) + " -> " + describe(after) + ": " + change.reason());
        return SecuritySettingsView.of(after);
    }

    private SecuritySettings newest() {
        return settings.current().orElseThrow(FormatsNotChosen::new);
    }

    private static FormatPolicy policy(FormatChange change) {
        if (!UnusableFormats.usable(change)) {
            throw new UnusableFormats(change);
        }
        return new FormatPolicy(change.edition(), change.preferred(), change.floor());
    }

    private static String describe(SecuritySettings settings) {
        FormatPolicy policy = settings.policy();
        return policy.edition() + " " + policy.preferred() + " (at least " + policy.floor() + ")";
    }
}
