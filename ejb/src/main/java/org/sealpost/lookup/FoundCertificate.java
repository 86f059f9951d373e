package org.sealpost.lookup;

import java.security.cert.X509Certificate;

/**
 * What a look-up found.
 *
 * @param certificate encryption certificate in force
 * @param authority certificate of whoever issued it
 */
public record FoundCertificate(X509Certificate certificate, X509Certificate authority) {}
