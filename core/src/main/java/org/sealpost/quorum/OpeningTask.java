package org.sealpost.quorum;

import org.sealpost.crypto.BadEncoding;

/**
 * What is to be opened and why: a contribution made for one task serves no other.
 *
 * @param request the request that was approved, any text
 * @param sealed an HPKE ciphertext: 65 bytes of encapsulation, then ciphertext and tag
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record OpeningTask(String request, byte[] sealed) {
    /** Whether that is a ciphertext to which anybody could contribute; whether it opens shows only then. */
    public static boolean wellFormed(byte[] sealed) {
        try {
            P256.encapsulation(sealed);
            return true;
        } catch (BadEncoding e) {
            return false;
        }
    }
}
