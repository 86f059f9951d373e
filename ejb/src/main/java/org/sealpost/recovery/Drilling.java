package org.sealpost.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sealpost.escrow.Contributed;
import org.sealpost.escrow.EscrowKeys;
import org.sealpost.escrow.KeyEscrow;
import org.sealpost.model.Act;
import org.sealpost.model.EscrowDrill;
import org.sealpost.model.EscrowedKey;
import org.sealpost.model.EscrowedKeyRepository;
import org.sealpost.model.Serial;
import org.sealpost.quorum.OpeningTask;

/** Opens keys; nothing of what was contributed to them is kept then. */
@ApplicationScoped
class Drilling implements Turns<EscrowDrill> {
    @Inject
    EscrowedKeyRepository keys;

    @Inject
    Contributing contributing;

    @Inject
    KeyEscrow escrow;

    @Inject
    EscrowKeys escrowKeys;

    @Override
    public Class<EscrowDrill> kind() {
        return EscrowDrill.class;
    }

    @Override
    public Act act() {
        return Act.ESCROW_DRILL;
    }

    @Override
    public int below(EscrowDrill drill) {
        return ContributingSteps.EVERY_VERSION;
    }

    @Override
    public void take(EscrowDrill drill, List<EscrowedKey> page, Contributed contributed) {
        String name = Long.toString(drill.request());
        drill.took(opened(page, contributing.known(name, page), contributed));
        contributing.wipe(name, page);
        keys.release(page);
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

    @Override
    public String finish(EscrowDrill drill) {
        long all = drill.opened() + drill.failed();
        String later = drill.later() == 0 ? "" : ", " + drill.later() + " came in meanwhile";
        String named = drill.named().isEmpty() ? "" : "; not: " + String.join(", ", drill.named());
        return drill.opened() + " of " + all + " keys opened" + later + named;
    }
}
