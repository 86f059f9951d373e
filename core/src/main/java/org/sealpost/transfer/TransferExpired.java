package org.sealpost.transfer;

import java.time.Instant;
import org.sealpost.protocol.BadInput;

/** It was too long on its way. */
public final class TransferExpired extends BadInput {
    private static final long serialVersionUID = 1;

    TransferExpired(Instant since) {
        super("transfer-expired", since);
    }
}
