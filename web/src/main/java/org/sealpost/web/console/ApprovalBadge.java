package org.sealpost.web.console;

import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.sealpost.approval.ApprovalService;
import org.sealpost.protocol.SealpostException;

/** How many requests wait for whoever is logged in: in the menu of every page, so it is asked for now and then only. */
@Named("approvalBadge")
@SessionScoped
public class ApprovalBadge implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Duration AGE = Duration.ofSeconds(15);

    @Inject
    ApprovalService approvals;

    @Inject
    Instance<Clock> clock;

    private int waiting;
    private Instant until = Instant.EPOCH;

    /** How many wait; 0 also while that cannot be said, because no page is to fail for its menu. */
    public synchronized int getWaiting() {
        Instant now = clock.get().instant();
        if (now.isAfter(until) || until.isAfter(now.plus(AGE))) {
            until = now.plus(AGE);
            try {
                waiting = approvals.countWaiting();
            } catch (SealpostException e) {
                waiting = 0;
            }
        }
        return waiting;
    }

    /** Something was decided: the number is asked for anew. */
    public synchronized void changed() {
        until = Instant.EPOCH;
    }
}
