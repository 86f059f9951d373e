package org.sealpost.recovery;

import java.util.List;
import org.sealpost.escrow.Contributed;
import org.sealpost.model.Act;
import org.sealpost.model.EscrowRound;
import org.sealpost.model.EscrowedKey;

/** What becomes of each key in a round; each call is part of the caller's transaction. */
interface Turns<R extends EscrowRound> {
    Class<R> kind();

    /** How the audit log names it. */
    Act act();

    /** Keys have a turn that are sealed to an older version of the escrow key than this. */
    int below(R round);

    /** Some keys, in the order of their serial numbers, have their turn with what was contributed to them. */
    void take(R round, List<EscrowedKey> page, Contributed contributed);

    /**
     * Every key had its turn.
     *
     * @return what the audit log says of it
     */
    String finish(R round);
}
