package org.sealpost.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import org.sealpost.escrow.Contributed;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.EscrowedKey;

/** What an {@link OpeningAct} gets of the officers. */
@ApplicationScoped
@Transactional
public class Openings {
    @Inject
    Quorum quorum;

    @Inject
    Contributing contributing;

    /** How many officers open; 0 while there are none. */
    public int needed() {
        return quorum.needed();
    }

    /** Everything that was contributed to these keys for a request; nothing of it is kept any longer. */
    public Contributed gathered(ApprovalRequest request, Collection<EscrowedKey> keys) {
        return contributing.gathered(request, keys);
    }
}
