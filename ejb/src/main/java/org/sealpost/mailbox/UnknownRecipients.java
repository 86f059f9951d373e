package org.sealpost.mailbox;

import java.util.List;
import org.sealpost.protocol.BadInput;

/**
 * Addresses that the directory does not know; mail leaves the organisation only by a gateway. Argument: the addresses.
 */
public final class UnknownRecipients extends BadInput {
    private static final long serialVersionUID = 1;

    UnknownRecipients(List<String> addresses) {
        super("unknown-recipients", String.join(", ", addresses));
    }
}
