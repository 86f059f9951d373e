package org.sealpost.cmp;

import java.math.BigInteger;

/**
 * A certificate whose end is asked for.
 *
 * @param serial its serial number
 * @param issuer DER of the issuer's name
 * @param reason CRLReason (RFC 5280 section 5.3.1), 0 when none is given
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RevocationAsk(BigInteger serial, byte[] issuer, int reason) {}
