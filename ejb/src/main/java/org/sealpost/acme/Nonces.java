package org.sealpost.acme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that are good for one request each, within the hour, on this server. At most {@value #MOST} are remembered; whoever
 * has lost one takes another (RFC 8555 section 6.5).
 */
@ApplicationScoped
class Nonces {
    static final int MOST = 20_000;
    static final Duration LIFETIME = Duration.ofHours(1);

    @Inject
    SecureRandom random;

    @Inject
    Clock clock;

    private final Map<String, Instant> given = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    /** A new one. */
    synchronized String next() {
        String nonce = Names.random(random);
        given.put(nonce, clock.instant().plus(LIFETIME));
        return nonce;
    }

    /** Whether it was given and not used yet; it is used now. */
    synchronized boolean take(String nonce) {
        @Nullable Instant until = given.remove(nonce);
        return until != null && clock.instant().isBefore(until);
    }
}
