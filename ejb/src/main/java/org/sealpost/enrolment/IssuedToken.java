package org.sealpost.enrolment;

import java.time.Instant;

/**
 * A token to be handed over: shown once, kept nowhere.
 *
 * @param address of the mailbox that it is for
 * @param token in groups, with its check symbol
 * @param expiresAt from when on it no longer counts
 */
public record IssuedToken(String address, String token, Instant expiresAt) {
    /** Without the token. */
    @Override
    public String toString() {
        return "IssuedToken[" + address + ", " + expiresAt + "]";
    }
}
