package org.sealpost.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sealpost.model.EscrowDrill;
import org.sealpost.model.EscrowRotation;

/**
 * Rounds in which every escrowed key has its turn, in the call of the officer who agreed last: that officer's contributions
 * are in memory only. After a crash the others' contributions to what is left are still there, and one more officer goes on.
 */
@ApplicationScoped
class Rounds {
    /** Requests of those that are under way at this moment. */
    private final Set<Long> running = ConcurrentHashMap.newKeySet();

    @Inject
    RoundSteps steps;

    @Inject
    Moving moving;

    @Inject
    Drilling drilling;

    /** Does the round that a request asks for; nothing when it asks for something else. */
    void ifAsked(long request, Giver giver) {
        ifAsked(moving, request, giver);
        ifAsked(drilling, request, giver);
    }

    /** @throws NothingToMove when none was broken off */
    long brokenMove() {
        long request = steps.open(EscrowRotation.class).orElseThrow(NothingToMove::new);
        if (running.contains(request)) {
            throw new RotationRunning();
        }
        return request;
    }

    /** @throws NoDrillToGoOn when none was broken off */
    long brokenDrill() {
        return steps.open(EscrowDrill.class).orElseThrow(NoDrillToGoOn::new);
    }

    /** Goes on with moving the keys. */
    void goOnMoving(Giver giver) {
        long request = brokenMove();
        steps.moveAgain(request);
        all(moving, request, giver);
    }

    /** Goes on with a drill. */
    void goOnDrilling(Giver giver) {
        all(drilling, brokenDrill(), giver);
    }

    /** How moving to the newest escrow key stands; empty before there was a second one. */
    Optional<RotationStanding> rotation() {
        return steps.newest(EscrowRotation.class)
                .map(newest -> RotationStanding.of(newest, running.contains(newest.request())));
    }

    /** How the newest drill stands; empty before the first. */
    Optional<DrillStanding> drill() {
        return steps.newest(EscrowDrill.class)
                .map(newest -> DrillStanding.of(newest, running.contains(newest.request())));
    }

    private void ifAsked(Turns<?> turns, long request, Giver giver) {
        if (steps.open(turns.kind()).filter(open -> open == request).isPresent()) {
            all(turns, request, giver);
        }
    }

    void all(Turns<?> turns, long request, Giver giver) {
        running.add(request);
        try {
            boolean more = true;
            while (more) {
                more = steps.next(turns, request, giver);
            }
            steps.finish(turns, request);
        } finally {
            running.remove(request);
        }
    }
}
