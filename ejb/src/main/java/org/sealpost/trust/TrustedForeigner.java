package org.sealpost.trust;

import java.security.cert.X509CRL;
import java.util.Optional;
import org.sealpost.model.AuthorityStamp;
import org.sealpost.pki.TrustAnchor;

/**
 * A foreign authority that is trusted, read from what is kept of it.
 *
 * @param stamp changes with whatever is kept
 * @param anchor for which domains it is trusted
 * @param list its newest revocation list; empty while there is none
 */
public record TrustedForeigner(AuthorityStamp stamp, TrustAnchor anchor, Optional<X509CRL> list) {
    /** By what was read alone, so that comparing never looks into a long list. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TrustedForeigner that && stamp.equals(that.stamp);
    }

    @Override
    public int hashCode() {
        return stamp.hashCode();
    }
}
