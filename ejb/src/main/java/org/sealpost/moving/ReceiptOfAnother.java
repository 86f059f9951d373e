package org.sealpost.moving;

import org.sealpost.protocol.NotAuthentic;

/** The receipt was signed by another Key Manager than the one that the export is for. */
public final class ReceiptOfAnother extends NotAuthentic {
    private static final long serialVersionUID = 1;

    ReceiptOfAnother() {
        super("receipt-of-another");
    }
}
