package org.sealpost.web.mailbox;

import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.sealpost.renewal.RenewalPlan;
import org.sealpost.renewal.RenewalService;

/** Whether the mailbox's pages remind their reader to renew; looked up every few minutes, not with every page. */
@Named
@SessionScoped
public class RenewalReminder implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Duration FRESH = Duration.ofMinutes(5);

    @Inject
    RenewalService renewals;

    @Inject
    Instance<Clock> clock;

    private transient @Nullable RenewalPlan plan;

    /** Whether something should be renewed now. */
    public boolean isDue() {
        return !plan().due().isEmpty();
    }

    /** When the first of the keys that are due runs out; null when none is. */
    public @Nullable Instant getUntil() {
        RenewalPlan known = plan();
        return known.keys().stream()
                .filter(key -> known.due().contains(key.profile()))
                .map(RenewalPlan.Due::until)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** What is known of the keys; at most five minutes old. */
    RenewalPlan plan() {
        RenewalPlan known = plan;
        if (known == null || known.now().plus(FRESH).isBefore(clock.get().instant())) {
            known = renewals.plan();
            plan = known;
        }
        return known;
    }

    /** Something has changed: look again. */
    void forget() {
        plan = null;
    }
}
