package org.sealpost.lock;

import java.security.cert.X509Certificate;

/**
 * What everybody may know of the Key Manager, in every state but NOT_SET_UP.
 *
 * @param organisation whose it is
 * @param authority the root certificate
 * @param escrow public HPKE key to which escrowed keys are sealed
 * @param spool public HPKE key to which waiting messages are sealed
 */
public record PublicKeys(String organisation, X509Certificate authority, byte[] escrow, byte[] spool) {}
