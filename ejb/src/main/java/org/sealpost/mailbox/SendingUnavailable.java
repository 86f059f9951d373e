package org.sealpost.mailbox;

import java.util.List;
import org.sealpost.protocol.Unavailable;

/** The database or the queue does not answer: nothing was sent and nothing was kept. */
public final class SendingUnavailable extends Unavailable {
    private static final long serialVersionUID = 1;

    SendingUnavailable(Throwable cause) {
        super("sending-unavailable", cause, List.of());
    }
}
