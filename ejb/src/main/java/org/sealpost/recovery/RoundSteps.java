package org.sealpost.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sealpost.audit.AuditLog;
import org.sealpost.model.ApprovalRepository;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.EscrowRotation;
import org.sealpost.model.EscrowRound;
import org.sealpost.model.EscrowRoundRepository;
import org.sealpost.model.EscrowedKey;
import org.sealpost.model.EscrowedKeyRepository;

/** The steps of rounds through the escrowed keys: each is a transaction of its own, whoever calls. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class RoundSteps {
    /** How many keys have their turn in a step; tests take fewer. */
    int atOnce = 100;

    @Inject
    EscrowRoundRepository rounds;

    @Inject
    EscrowedKeyRepository keys;

    @Inject
    ApprovalRepository requests;

    @Inject
    Contributing contributing;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** The request of the one that is to go on; empty when none was broken off. */
    Optional<Long> open(Class<? extends EscrowRound> kind) {
        return rounds.open(kind).stream().findFirst().map(EscrowRound::request);
    }

    /** The newest one, ended or not; empty before the first. */
    <R extends EscrowRound> Optional<R> newest(Class<R> kind) {
        return rounds.newest(kind);
    }

    /** Moves from the first key on, with what another officer contributes to those that are left. */
    void moveAgain(long request) {
        rounds.lock(EscrowRotation.class, request).orElseThrow().again();
    }

    /**
     * The turn of the next keys, with what the others contributed and this officer contributes now.
     *
     * @return whether there may be more
     */
    <R extends EscrowRound> boolean next(Turns<R> turns, long request, Giver giver) {
        R round = rounds.lock(turns.kind(), request).orElseThrow();
        List<EscrowedKey> page = keys.page(round.lastSerial(), turns.below(round), atOnce);
        if (page.isEmpty()) {
            return false;
        }
        giver.give(requests.byId(request).orElseThrow(), page);
        turns.take(round, page, contributing.gathered(Long.toString(request), page));
        return true;
    }

    /** Every key had its turn. */
    <R extends EscrowRound> void finish(Turns<R> turns, long request) {
        R round = rounds.lock(turns.kind(), request).orElseThrow();
        String outcome = turns.finish(round);
        round.end(clock.instant());
        contributing.wipe(Long.toString(request));
        ApprovalRequest asked = requests.byId(request).orElseThrow();
        audit.success(turns.act(), asked.terms().subject(), outcome);
    }
}
