package org.sealpost.lease;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.OptionalLong;
import org.sealpost.model.LeaseHolder;
import org.sealpost.model.LeaseRepository;
import org.sealpost.model.LeaseStanding;

/** The lease in the database; each call is one short transaction of its own. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class LeaseDesk {
    @Inject
    LeaseRepository leases;

    LeaseStanding standing() {
        return leases.standing();
    }

    Optional<Long> take(LeaseHolder me, OptionalLong silent) {
        return leases.take(me, silent);
    }

    boolean renew(LeaseHolder me, long number) {
        return leases.renew(me, number);
    }

    void giveBack(LeaseHolder me, long number) {
        leases.giveBack(me, number);
    }
}
