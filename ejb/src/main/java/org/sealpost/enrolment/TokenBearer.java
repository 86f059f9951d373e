package org.sealpost.enrolment;

import org.sealpost.model.OneTimeToken;
import org.sealpost.protocol.TokenCode;

/**
 * Somebody who has proved to have a token, which may be dead.
 *
 * @param token as it is kept
 * @param code as it was handed out
 */
public record TokenBearer(OneTimeToken token, TokenCode code) {
    /** Without the token. */
    @Override
    public String toString() {
        return "TokenBearer[" + token.id() + "]";
    }
}
