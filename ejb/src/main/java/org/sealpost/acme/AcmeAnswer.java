package org.sealpost.acme;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sealpost.model.AcmeAccount;
import org.sealpost.model.AcmeAccountState;
import org.sealpost.model.AcmeOrder;
import org.sealpost.model.AcmeOrderState;
import org.sealpost.model.Serial;

/** What a partner's program is answered. */
public sealed interface AcmeAnswer {
    /**
     * An account.
     *
     * @param created whether it is new
     */
    record Account(String id, AcmeAccountState state, List<String> contact, boolean created) implements AcmeAnswer {
        static Account of(AcmeAccount account, boolean created) {
            return new Account(account.id(), account.state(), account.contact(), created);
        }
    }

    /** Ids of an account's orders, newest first. */
    record Orders(List<String> ids) implements AcmeAnswer {}

    /**
     * An order with its authorization and its challenge.
     *
     * @param shown which of the three is asked for
     * @param fetchedPart the half of the token that does not come by mail
     * @param proven when the address was proven
     * @param problem code of the refusal that has ended it
     * @param created whether it is new
     */
    record Order(
            Shown shown,
            String id,
            String address,
            AcmeOrderState state,
            String fetchedPart,
            Instant expires,
            Optional<Instant> proven,
            Optional<String> problem,
            Optional<Serial> serial,
            boolean created)
            implements AcmeAnswer {
        static Order of(AcmeOrder order, Shown shown, boolean created) {
            return new Order(
                    shown,
                    order.id(),
                    order.address(),
                    order.state(),
                    order.fetchedPart(),
                    order.expiresAt(),
                    order.provenAt(),
                    order.problem(),
                    order.serial(),
                    created);
        }
    }

    /** Which side of an order. */
    enum Shown {
        ORDER,
        AUTHORIZATION,
        CHALLENGE
    }

    /** A certificate and its issuer's, PEM. */
    record Chain(String pem) implements AcmeAnswer {}

    /** It is done, and there is nothing to say. */
    record Done() implements AcmeAnswer {}
}
