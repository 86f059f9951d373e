package org.sealpost.model;

import java.time.Instant;
import org.sealpost.pki.RevocationReason;

/**
 * One line of the revocation list.
 *
 * @param serial the certificate's number, as {@link Serial} writes it
 * @param at from when on it is not to be trusted
 * @param reason why
 */
public record RevokedSerial(String serial, Instant at, RevocationReason reason) {}
