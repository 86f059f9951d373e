package org.sealpost.cmp;

import java.math.BigInteger;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;

/**
 * One certificate that is asked for.
 *
 * @param id the program's number for it
 * @param key the key to be certified, its possession proved; empty when the Key Manager is to make the pair (RFC 9483
 *     section 4.1.6)
 * @param addresses mail addresses that the wish names; may be empty
 * @param replaces serial number of the certificate that it is to follow; empty unless the wish says so
 */
public record CertificateAsk(
        BigInteger id, Optional<PublicKey> key, List<String> addresses, Optional<BigInteger> replaces) {
    /** Keeps a copy. */
    public CertificateAsk {
        addresses = List.copyOf(addresses);
    }
}
