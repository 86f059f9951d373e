package org.sealpost.bulk;

import java.time.Instant;

/**
 * An opened token on its way into a letter or list; nowhere else.
 *
 * @param address of its mailbox
 * @param name of its owner, for people
 * @param token in groups
 * @param expires from when on it no longer counts
 */
record TokenToTake(String address, String name, String token, Instant expires) {
    /** Without the token. */
    @Override
    public String toString() {
        return "TokenToTake[" + address + "]";
    }
}
