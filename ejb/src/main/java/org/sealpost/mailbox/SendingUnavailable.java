package org.sealpost.mailbox;

import org.sealpost.protocol.Unavailable;

/** The database or the queue does not answer: nothing was sent and nothing was kept. */
public final class SendingUnavailable extends Unavailable {
    private static final long serialVersionUID = 1;

    SendingUnavailable() {
        super("sending-unavailable");
    }
}
