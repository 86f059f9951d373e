package org.sealpost.client.seal;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.sealpost.sending.RecipientStatus;

/**
 * Somebody to seal to.
 *
 * @param typed as it was asked about
 * @param address of the person
 * @param name for people
 * @param status as the Key Manager says; {@link RecipientStatus#REVOKED} too when the certificate does not hold
 * @param certificate to seal to; there exactly when the status is ENABLED
 */
public record KnownRecipient(
        String typed, String address, String name, RecipientStatus status, Optional<X509Certificate> certificate) {}
