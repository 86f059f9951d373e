package org.sealpost.pki;

import java.math.BigInteger;
import java.time.Instant;
import java.time.Period;

/**
 * What a certificate is made from with which another organisation seals the keys of people who come here.
 *
 * @param escrowKey the escrow's public HPKE key
 * @param version of the escrow key, from 1 on
 * @param serial from {@link CertificateOrder#newSerial}
 * @param notBefore start of its validity, whole seconds
 * @param lifetime days, because nobody can revoke it; cut at the authority's own end
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TransferOrder(byte[] escrowKey, int version, BigInteger serial, Instant notBefore, Period lifetime) {}
