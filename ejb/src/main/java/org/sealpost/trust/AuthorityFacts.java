package org.sealpost.trust;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.sealpost.pki.Fingerprint;
import org.sealpost.pki.ForeignAuthority;

/**
 * What a certificate says of an authority, before anybody trusts it.
 *
 * @param lists where it says that its revocation lists are; mostly nowhere
 */
public record AuthorityFacts(
        String subject, String issuer, Fingerprint fingerprint, Instant from, Instant until, List<URI> lists) {
    public AuthorityFacts {
        lists = List.copyOf(lists);
    }

    static AuthorityFacts of(ForeignAuthority authority) {
        return new AuthorityFacts(
                authority.subject(),
                authority.certificate().getIssuerX500Principal().getName(),
                authority.fingerprint(),
                authority.certificate().getNotBefore().toInstant(),
                authority.certificate().getNotAfter().toInstant(),
                authority.listAddresses());
    }
}
