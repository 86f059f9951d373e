package org.sealpost.acme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sealpost.audit.AuditLog;
import org.sealpost.mime.Address;
import org.sealpost.model.AcmeOrder;
import org.sealpost.model.AcmeOrderState;
import org.sealpost.model.AcmeRepository;
import org.sealpost.model.Act;
import org.sealpost.model.AuditRecord.Grounds;

/** The database's half of challenges that go and answers that come by mail; each call is one transaction. */
@ApplicationScoped
@Transactional
class Answers {
    /** Tries after which an address is one that the mail server will not send to. */
    private static final int TRIES = 3;

    @Inject
    AcmeRepository orders;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** Orders whose challenge has to go. */
    List<AcmeOrder> toMail(int limit) {
        return orders.toMail(limit);
    }

    /** The challenge has gone, or will not be taken. */
    void mailed(String id, boolean taken) {
        orders.lockOrder(id).filter(order -> order.mailedPart().isPresent()).ifPresent(order -> {
            if (taken) {
                order.mailed();
            } else {
                order.notMailed(TRIES, "acme-not-sent");
            }
        });
    }

    /** The address from which an answer is waited for; empty when none is. */
    Optional<Address> awaited(String id) {
        Instant now = clock.instant();
        return orders.order(id)
                .filter(order -> order.state().awaits() && now.isBefore(order.expiresAt()))
                .flatMap(order -> Address.find("", order.address()));
    }

    /** A mail for which its author's domain vouches; the author is the one that is waited for. */
    void take(PartnerMail mail) {
        Optional<AcmeOrder> waiting = orders.lockOrder(mail.order());
        if (waiting.isEmpty() || !waiting.get().answer(mail.answer(), clock.instant(), "acme-wrong-answer")) {
            return;
        }
        AcmeOrder order = waiting.get();
        String actor = Accounts.actor(order.account());
        if (order.state() == AcmeOrderState.FAILED) {
            audit.failure(Act.ANSWER_CHALLENGE, order.address(), order.id() + ", acme-wrong-answer");
        } else {
            audit.success(actor, Act.ANSWER_CHALLENGE, order.address(), order.id(), Grounds.NONE);
        }
    }

    /** A mail that claims to answer a challenge, for which nobody vouches. */
    void unsigned(PartnerMail mail) {
        audit.failure(Act.ANSWER_CHALLENGE, mail.author().spec(), mail.order() + ", acme-unsigned");
    }

    /** Ends what is overdue, and forgets what came to nothing; at most so many of each. @return how many */
    int sweep(Instant forgotten, int limit) {
        List<AcmeOrder> overdue = orders.overdue(clock.instant(), limit);
        overdue.forEach(AcmeOrder::expire);
        return Math.max(overdue.size(), orders.forget(forgotten, limit));
    }
}
