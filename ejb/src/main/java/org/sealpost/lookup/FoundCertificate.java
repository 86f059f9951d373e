package org.sealpost.lookup;

import java.security.cert.X509Certificate;

/**
 * What a look-up found.
 *
 * @param address as the directory spells it
 * @param certificate encryption certificate in force
 * @param authority certificate of whoever issued it
 */
public record FoundCertificate(String address, X509Certificate certificate, X509Certificate authority) {
    /** The same as a visiting card that says no more than was asked: whose address it is, is not for strangers. */
    public byte[] card() {
        return VisitingCard.nameless(address, certificate);
    }
}
