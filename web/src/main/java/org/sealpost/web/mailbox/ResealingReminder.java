package org.sealpost.web.mailbox;

import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sealpost.resealing.ResealingService;
import org.sealpost.resealing.ResealingStanding;

/** Whether the Inbox says that stored mail is sealed weaker than today; counted every few minutes, not with every page. */
@Named
@SessionScoped
public class ResealingReminder implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Duration FRESH = Duration.ofMinutes(5);

    @Inject
    ResealingService service;

    @Inject
    Instance<Clock> clock;

    private transient @Nullable ResealingStanding standing;
    private Instant asked = Instant.EPOCH;

    /** Whether there is something to do and nobody is at it. */
    public boolean isDue() {
        ResealingStanding known = standing();
        return known.due() > 0
                && known.run().filter(ResealingStanding.Run::going).isEmpty();
    }

    /** How many messages are sealed weaker than today. */
    public long getMessages() {
        return standing().due();
    }

    /** How many are sealed at all. */
    public long getSealed() {
        return standing().sealed();
    }

    private ResealingStanding standing() {
        Instant now = clock.get().instant();
        ResealingStanding known = standing;
        if (known == null || asked.plus(FRESH).isBefore(now)) {
            known = service.standing();
            standing = known;
            asked = now;
        }
        return known;
    }

    /** Something has changed: count again. */
    void forget() {
        standing = null;
    }
}
