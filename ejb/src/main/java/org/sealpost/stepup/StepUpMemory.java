package org.sealpost.stepup;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/** What one session remembers of its owner's last proof: whose it was and how long it counts. */
@SessionScoped
public class StepUpMemory implements Serializable {
    /** How long a proof counts. */
    static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final long serialVersionUID = 1;

    private String login = "";
    private Instant until = Instant.EPOCH;

    /** That person has just given the password. */
    synchronized void remember(String person, Instant at) {
        login = person;
        until = at.plus(LIFETIME);
    }

    /** How much of the time is left to that person; zero when nothing counts any more, also after the clock went back. */
    synchronized Duration left(String person, Instant at) {
        Duration left = Duration.between(at, until);
        boolean counts = login.equals(person) && !left.isNegative() && left.compareTo(LIFETIME) <= 0;
        return counts ? left : Duration.ZERO;
    }

    /** The next sensitive act asks again. */
    synchronized void forget() {
        login = "";
        until = Instant.EPOCH;
    }
}
