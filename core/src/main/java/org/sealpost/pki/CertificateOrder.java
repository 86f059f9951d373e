package org.sealpost.pki;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.Period;
import org.sealpost.crypto.Capabilities;

/**
 * Everything that a certificate will say, fixed before it is signed, so that it can be recorded first.
 *
 * @param serial from {@link #newSerial}
 * @param notBefore start of validity
 * @param capabilities what the mailbox reads
 * @param lifetime from then on, cut at the authority's own end
 */
public record CertificateOrder(
        CertificateProfile profile,
        Subject subject,
        PublicKey publicKey,
        BigInteger serial,
        Instant notBefore,
        Capabilities capabilities,
        Period lifetime) {
    private static final int SERIAL_BITS = 126;

    /** For the lifetime that the profile has unless somebody says otherwise. */
    public CertificateOrder(
            CertificateProfile profile,
            Subject subject,
            PublicKey publicKey,
            BigInteger serial,
            Instant notBefore,
            Capabilities capabilities) {
        this(profile, subject, publicKey, serial, notBefore, capabilities, profile.lifetime());
    }

    /** A random positive serial number of 126 bits (the Baseline Requirements ask for 64, RFC 5280 allows 159). */
    public static BigInteger newSerial(SecureRandom random) {
        return new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1);
    }
}
