package org.sealpost.protocol;

import java.math.BigInteger;

/**
 * Says that the renewed keys are safe in the client's security file: from now on mail may be sealed to them. Until then
 * the old keys stay in force on both sides.
 *
 * @param signing serial number of the signing certificate in the new security file
 * @param encryption serial number of the newest encryption certificate in it
 * @param proof signature of that signing key over {@link #statement}
 */
@SuppressWarnings("ArrayRecordComponent") // goes over the wire, never compared
public record RenewalConfirmation(BigInteger signing, BigInteger encryption, byte[] proof) {
    /** What the proof signs. */
    public byte[] statement() {
        return new Statement("sealpost renewal confirmation 1")
                .with(signing.toByteArray())
                .with(encryption.toByteArray())
                .octets();
    }
}
