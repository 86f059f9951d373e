package org.sealpost.integrity;

import java.util.List;
import org.sealpost.assembly.Assembly;

/** Looks at the escrow as the check of integrity does, for tests of other packages. */
public final class EscrowWitness {
    private EscrowWitness() {}

    /** Keys that belong to no certificate of their mailbox. */
    public static List<String> unbound(Assembly assembly) {
        Findings.Growing form = new Findings.Growing(Check.ESCROW_FORM);
        Findings.Growing bound = new Findings.Growing(Check.ESCROW_BOUND);
        assembly.inTransaction(() -> assembly.get(CertificateWalk.class).escrowedKeys("", form, bound));
        return bound.done().samples();
    }
}
