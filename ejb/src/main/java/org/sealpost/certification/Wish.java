package org.sealpost.certification;

import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.sealpost.cmp.CertificateAsk;
import org.sealpost.cmp.CmpFailure;
import org.sealpost.cmp.CmpRefused;

/**
 * The certificates that one message asks for.
 *
 * @param all in their order
 * @param own the one for the program's own signing key
 * @param made the one whose encryption pair the Key Manager is to make
 */
record Wish(List<CertificateAsk> all, Optional<CertificateAsk> own, Optional<CertificateAsk> made) {
    private static final int LONGEST_ID = 31;

    /** @throws CmpRefused when it asks for two of a kind, or its numbers are not usable */
    static Wish of(List<CertificateAsk> asks) {
        List<CertificateAsk> own =
                asks.stream().filter(ask -> ask.key().isPresent()).toList();
        List<CertificateAsk> made =
                asks.stream().filter(ask -> ask.key().isEmpty()).toList();
        boolean numbered = asks.stream().allMatch(ask -> ask.id().bitLength() <= LONGEST_ID)
                && asks.stream().map(CertificateAsk::id).distinct().count() == asks.size();
        if (own.size() > 1 || made.size() > 1 || !numbered) {
            throw new CmpRefused(CmpFailure.BAD_REQUEST, "cmp-wish");
        }
        return new Wish(asks, own.stream().findFirst(), made.stream().findFirst());
    }

    Optional<PublicKey> signingKey() {
        return own.flatMap(CertificateAsk::key);
    }

    /** @throws CmpRefused when an address is wished for in a certificate that is not the mailbox's */
    void requireFor(String address) {
        boolean foreign = all.stream()
                .flatMap(ask -> ask.addresses().stream())
                .anyMatch(named -> !named.equalsIgnoreCase(address));
        if (foreign) {
            throw new CmpRefused(CmpFailure.BAD_CERT_TEMPLATE, "cmp-other-address", address);
        }
    }
}
