package org.sealpost.certification;

import org.sealpost.cmp.CmpFailure;
import org.sealpost.cmp.CmpRefused;
import org.sealpost.enrolment.TokenRefused;
import org.sealpost.pki.ProofFailed;
import org.sealpost.protocol.BadInput;
import org.sealpost.protocol.NotAuthentic;
import org.sealpost.protocol.NotFound;
import org.sealpost.protocol.SealpostException;
import org.sealpost.protocol.WrongState;

/** What a program gets to know of a failure. */
final class Failures {
    private Failures() {}

    static CmpFailure of(SealpostException failure) {
        if (failure instanceof CmpRefused refused) {
            return refused.failure();
        }
        if (failure instanceof ProofFailed) {
            return failure.code().equals("weak-key") ? CmpFailure.BAD_CERT_TEMPLATE : CmpFailure.BAD_POP;
        }
        if (failure instanceof TokenRefused) {
            boolean wrong =
                    failure.code().equals("wrong-token") || failure.code().equals("unknown-token");
            return wrong ? CmpFailure.BAD_MESSAGE_CHECK : CmpFailure.NOT_AUTHORIZED;
        }
        if (failure instanceof BadInput) {
            return CmpFailure.BAD_DATA_FORMAT;
        }
        if (failure instanceof WrongState || failure instanceof NotFound) {
            return CmpFailure.BAD_REQUEST;
        }
        return failure instanceof NotAuthentic ? CmpFailure.NOT_AUTHORIZED : CmpFailure.SYSTEM_UNAVAIL;
    }
}
