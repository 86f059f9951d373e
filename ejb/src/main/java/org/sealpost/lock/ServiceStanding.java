package org.sealpost.lock;

import java.time.Instant;

/**
 * Which server is the one running Key Manager, as this one sees it.
 *
 * @param role this server's part
 * @param holder name of the server that holds the service, or held it last; may be empty
 * @param holderUrl address of its pages; may be empty
 * @param number the fencing number
 * @param since when the service was taken, by the database's clock
 * @param server this server's name
 */
public record ServiceStanding(Role role, String holder, String holderUrl, long number, Instant since, String server) {

    /** A server's part. */
    public enum Role {
        /** It holds the service. */
        HOLDER,
        /** Another server holds the service. */
        PASSIVE,
        /** Nobody holds the service, and this server takes it within seconds. */
        TAKES_OVER,
        /** Nobody holds the service; this server takes it once it is unlocked. */
        WAITS
    }
}
