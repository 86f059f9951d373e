package org.sealpost.acme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.sealpost.acme.AcmeAnswer.Shown;
import org.sealpost.audit.AuditLog;
import org.sealpost.model.AcmeOrder;
import org.sealpost.model.AcmeRepository;
import org.sealpost.model.Act;
import org.sealpost.model.AuditRecord.Grounds;

/** Orders with their authorizations and challenges (RFC 8555 sections 7.4 and 7.5); each call is one transaction. */
@ApplicationScoped
@Transactional
class Orders {
    /** Open orders of one account. */
    static final int MOST_OPEN = 20;

    /** Orders for one address in a day, by whomever: each sends a mail there. */
    static final int MOST_MAILS = 10;

    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    AcmeRepository orders;

    @Inject
    AuditLog audit;

    @Inject
    SecureRandom random;

    @Inject
    Clock clock;

    /**
     * A new order; its challenge goes out soon.
     *
     * @param address that may be certified
     */
    AcmeAnswer.Order begin(String account, AccountKey key, String address) {
        Instant now = clock.instant();
        var owner = orders.lockAccount(account).orElseThrow(AcmeRefused::notFound);
        if (orders.countOpen(account) >= MOST_OPEN) {
            throw new AcmeRefused(AcmeProblem.RATE_LIMITED, "acme-many-orders", MOST_OPEN);
        }
        if (orders.countSince(address, now.minus(DAY)) >= MOST_MAILS) {
            throw new AcmeRefused(AcmeProblem.RATE_LIMITED, "acme-many-challenges", MOST_MAILS);
        }
        String mailed = Names.random(random);
        String fetched = Names.random(random);
        AcmeOrder order = new AcmeOrder(
                owner,
                Names.random(random),
                address,
                new AcmeOrder.Challenge(mailed, fetched, key.answer(mailed + fetched)),
                now);
        orders.add(order);
        audit.success(Accounts.actor(account), Act.ORDER_CERTIFICATE, address, order.id(), Grounds.NONE);
        return AcmeAnswer.Order.of(order, Shown.ORDER, true);
    }

    /** An order of that account, or one side of it. */
    AcmeAnswer.Order show(String account, String id, Shown shown) {
        return AcmeAnswer.Order.of(own(account, id), shown, false);
    }

    /** The partner says that the challenge is answered; said again it changes nothing. */
    AcmeAnswer.Order accept(String account, String id) {
        AcmeOrder order = own(account, id);
        order.accept(clock.instant());
        return AcmeAnswer.Order.of(order, Shown.CHALLENGE, false);
    }

    /** The partner gives the authorization up. */
    AcmeAnswer.Order drop(String account, String id) {
        AcmeOrder order = own(account, id);
        order.drop();
        return AcmeAnswer.Order.of(order, Shown.AUTHORIZATION, false);
    }

    /** Locked; whose time has run out, is expired from now on. */
    private AcmeOrder own(String account, String id) {
        AcmeOrder order = orders.lockOrder(id)
                .filter(one -> one.account().equals(account))
                .orElseThrow(AcmeRefused::notFound);
        if (!clock.instant().isBefore(order.expiresAt())) {
            order.expire();
        }
        return order;
    }
}
