package org.sealpost.transfer;

import org.sealpost.protocol.NotAuthentic;

/** The signature does not hold: altered on its way, or made by somebody who may not. */
public final class TransferForged extends NotAuthentic {
    private static final long serialVersionUID = 1;

    TransferForged() {
        super("transfer-forged");
    }
}
