package org.sealpost.pki;

import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * An authority that is trusted.
 *
 * @param permitted the mail domains for which it may vouch, whatever its own certificate says; empty for our own
 *     authority, which may for all
 */
public record TrustAnchor(X509Certificate authority, Optional<MailDomains> permitted) {
    /** Our own. */
    public static TrustAnchor own(X509Certificate authority) {
        return new TrustAnchor(authority, Optional.empty());
    }

    /** Another organisation's. */
    public static TrustAnchor foreign(X509Certificate authority, MailDomains permitted) {
        return new TrustAnchor(authority, Optional.of(permitted));
    }
}
