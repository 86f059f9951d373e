package org.sealpost.model;

import java.time.Instant;

/**
 * How the lease stands at one moment of the database's clock.
 *
 * @param holder who holds it, or held it last; its id is empty when nobody did or it was given back
 * @param number the fencing number
 * @param renewals counts the signs of life under that number and all before
 * @param acquiredAt when the holder took it
 * @param expiresAt until when it is the holder's unless it is renewed
 * @param now the database's clock
 */
public record LeaseStanding(
        LeaseHolder holder, long number, long renewals, Instant acquiredAt, Instant expiresAt, Instant now) {

    /** Whether it is somebody's now. */
    public boolean held() {
        return !holder.id().isEmpty() && expiresAt.isAfter(now);
    }

    /** Whether it is that server's now. */
    public boolean heldBy(LeaseHolder server) {
        return held() && holder.id().equals(server.id());
    }
}
