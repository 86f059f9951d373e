package org.sealpost.approval;

import org.sealpost.protocol.SealpostException;

/** Takes an act's failure out of the transaction that it rolls back, told apart from a refusal of the approval itself. */
final class CarryingOutFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final SealpostException failure;

    CarryingOutFailed(SealpostException failure) {
        super(failure);
        this.failure = failure;
    }

    SealpostException failure() {
        return failure;
    }
}
