package org.sealpost.approval;

import org.sealpost.protocol.BadInput;

/** The policy asks for a ticket and none was given; nothing was asked for. */
public final class TicketNeeded extends BadInput {
    private static final long serialVersionUID = 1;

    TicketNeeded() {
        super("ticket-needed");
    }
}
