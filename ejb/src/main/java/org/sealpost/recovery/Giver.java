package org.sealpost.recovery;

import java.util.List;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.EscrowedKey;

/** The officer in whose call keys are opened, step by step. */
interface Giver {
    /** Where no officers share the escrow key nothing has to be contributed. */
    Giver NOBODY = (request, keys) -> {};

    /** Contributes to the keys of a step, in its transaction; throws as {@link Contributing#give}. */
    void give(ApprovalRequest request, List<EscrowedKey> keys);
}
