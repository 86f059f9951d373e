package org.sealpost.pki;

import java.security.cert.CRLReason;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The revocation lists that a trusted authority signed, each with its authority. */
final class SignedLists {
    private final List<SignedList> lists;

    private record SignedList(X509CRL crl, X509Certificate authority) {}

    SignedLists(TrustedChains chains, Collection<X509Certificate> anchors, Collection<X509CRL> crls) {
        lists = crls.stream()
                .flatMap(crl -> anchors.stream()
                        .filter(anchor -> chains.signed(crl, anchor))
                        .map(anchor -> new SignedList(crl, anchor)))
                .toList();
    }

    /** Every certificate of the chain but the trusted authority itself; the worst outcome counts. */
    Finding revocation(PathCheck.Question question, List<X509Certificate> chain) {
        String issuer = question.certificate().getIssuerX500Principal().getName();
        if (chain.isEmpty()) {
            return Finding.unknown("crl-missing", issuer);
        }
        Finding worst = Finding.ok("not-revoked", question.now());
        for (int i = 0; i < chain.size() - 1; i++) {
            Finding one = revocation(chain.get(i), chain.get(i + 1), question);
            if (one.outcome() == Finding.Outcome.FAILED) {
                return one;
            }
            worst = worst.outcome() == Finding.Outcome.UNKNOWN ? worst : one;
        }
        return worst;
    }

    private Finding revocation(X509Certificate certificate, X509Certificate authority, PathCheck.Question question) {
        Optional<X509CRL> newest = lists.stream()
                .filter(list -> list.authority().equals(authority))
                .map(SignedList::crl)
                .max(Comparator.comparing(X509CRL::getThisUpdate));
        if (newest.isEmpty()) {
            return Finding.unknown(
                    "crl-missing", certificate.getIssuerX500Principal().getName());
        }
        X509CRL crl = newest.get();
        X509CRLEntry entry = crl.getRevokedCertificate(certificate.getSerialNumber());
        if (entry != null && counts(entry, question)) {
            return Finding.failed("revoked", since(entry), reason(entry));
        }
        Instant made = crl.getThisUpdate().toInstant();
        boolean stale = crl.getNextUpdate() == null
                || question.now().isAfter(crl.getNextUpdate().toInstant());
        return stale ? Finding.unknown("crl-stale", made) : Finding.ok("not-revoked", made);
    }

    /**
     * A certificate that was merely replaced or given back vouches for what was signed before. After a compromise the
     * time that a signature claims says nothing, because whoever has the key can put it back: what counts is whether
     * the signature was already there when the key fell into other hands. Where nobody knows when that was, it
     * vouches for nothing.
     */
    private static boolean counts(X509CRLEntry entry, PathCheck.Question question) {
        CRLReason reason = entry.getRevocationReason();
        if (reason == CRLReason.SUPERSEDED
                || reason == CRLReason.CESSATION_OF_OPERATION
                || reason == CRLReason.AFFILIATION_CHANGED) {
            return !question.at().isBefore(entry.getRevocationDate().toInstant());
        }
        return RevocationEntryEncoding.invalidSince(entry)
                .map(since -> !question.seen().isBefore(since) || !question.at().isBefore(since))
                .orElse(true);
    }

    private static Instant since(X509CRLEntry entry) {
        return RevocationEntryEncoding.invalidSince(entry)
                .orElseGet(() -> entry.getRevocationDate().toInstant());
    }

    private static String reason(X509CRLEntry entry) {
        CRLReason reason = entry.getRevocationReason();
        return (reason == null ? CRLReason.UNSPECIFIED : reason).name();
    }
}
