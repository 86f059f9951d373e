package org.sealpost.lease;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.sealpost.assembly.Assembly;
import org.sealpost.model.LeaseHolder;
import org.sealpost.model.LeaseStanding;

/** Leases for tests of what only the holder does, without the database's part. */
public final class Leases {
    private Leases() {}

    /** One that this server holds under that number. */
    public static Lease held(long number) {
        Lease lease = free(number);
        lease.acquire();
        return lease;
    }

    /** One that nobody holds yet. */
    public static Lease free(long number) {
        Lease lease = new Lease();
        lease.me = Assembly.SERVER;
        lease.desk = new Desk(number);
        return lease;
    }

    private static final class Desk extends LeaseDesk {
        private final long number;

        Desk(long number) {
            this.number = number;
        }

        @Override
        LeaseStanding standing() {
            return new LeaseStanding(
                    Assembly.SERVER, number, 0, Instant.EPOCH, Instant.EPOCH.plusSeconds(10), Instant.EPOCH);
        }

        @Override
        Optional<Long> take(LeaseHolder me, OptionalLong silent) {
            return Optional.of(number);
        }
    }
}
