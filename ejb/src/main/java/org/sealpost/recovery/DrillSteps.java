package org.sealpost.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sealpost.audit.AuditLog;
import org.sealpost.escrow.Contributed;
import org.sealpost.escrow.EscrowKeys;
import org.sealpost.escrow.KeyEscrow;
import org.sealpost.model.Act;
import org.sealpost.model.ApprovalRepository;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.EscrowDrill;
import org.sealpost.model.EscrowDrillRepository;
import org.sealpost.model.EscrowedKey;
import org.sealpost.model.EscrowedKeyRepository;
import org.sealpost.model.Serial;
import org.sealpost.quorum.OpeningTask;

/** The steps of a drill: each is a transaction of its own, whoever calls. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class DrillSteps {
    /** How many keys a step opens; tests take fewer. */
    int atOnce = 100;

    @Inject
    EscrowDrillRepository drills;

    @Inject
    EscrowedKeyRepository keys;

    @Inject
    ApprovalRepository requests;

    @Inject
    Contributing contributing;

    @Inject
    KeyEscrow escrow;

    @Inject
    EscrowKeys escrowKeys;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** The one that is to go on; empty when none was broken off. */
    Optional<Long> open() {
        return drills.open().stream().findFirst().map(EscrowDrill::request);
    }

    /** How the newest one stands; empty before the first. */
    Optional<DrillStanding> standing(boolean running) {
        return drills.newest().map(newest -> DrillStanding.of(newest, running));
    }

    /**
     * Opens the next keys with what the others contributed and this officer contributes now; nothing of it is kept then.
     *
     * @return whether there may be more
     */
    boolean next(long number, Giver giver) {
        EscrowDrill drill = drills.lock(number).orElseThrow();
        List<EscrowedKey> page = keys.page(drill.lastSerial(), ContributingSteps.EVERY_VERSION, atOnce);
        if (page.isEmpty()) {
            return false;
        }
        ApprovalRequest request = requests.byId(number).orElseThrow();
        String name = Contributing.number(request);
        giver.give(request, page);
        drill.took(opened(page, contributing.known(name, page), contributing.gathered(name, page)));
        contributing.wipe(name, page);
        keys.release(page);
        return true;
    }

    private EscrowDrill.Step opened(List<EscrowedKey> page, Set<Serial> known, Contributed contributed) {
        List<Serial> failed = new ArrayList<>();
        int opened = 0;
        int later = 0;
        boolean shared = escrowKeys.shared();
        for (EscrowedKey key : page) {
            if (shared && !known.contains(key.serial()) && OpeningTask.wellFormed(key.sealed())) {
                later++;
            } else if (escrow.opens(key, contributed)) {
                opened++;
            } else {
                failed.add(key.serial());
            }
        }
        return new EscrowDrill.Step(
                opened, failed, later, page.get(page.size() - 1).serial());
    }

    /** Every key had its turn. */
    void finish(long number) {
        EscrowDrill drill = drills.lock(number).orElseThrow();
        drill.end(clock.instant());
        contributing.wipe(Long.toString(number));
        ApprovalRequest asked = requests.byId(number).orElseThrow();
        audit.success(Act.ESCROW_DRILL, asked.terms().subject(), words(drill));
    }

    private static String words(EscrowDrill drill) {
        long all = drill.opened() + drill.failed();
        String later = drill.later() == 0 ? "" : ", " + drill.later() + " came in meanwhile";
        String named = drill.named().isEmpty() ? "" : "; not: " + String.join(", ", drill.named());
        return drill.opened() + " of " + all + " keys opened" + later + named;
    }
}
