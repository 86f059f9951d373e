package org.sealpost.lease;

import org.sealpost.model.LeaseHolder;
import org.sealpost.protocol.WrongState;

/** Only the server that holds the Key Manager's service does this, and another one holds it. */
public final class HeldElsewhere extends WrongState {
    private static final long serialVersionUID = 1;

    public HeldElsewhere(LeaseHolder holder) {
        super("held-elsewhere", holder.name(), holder.url());
    }
}
