package org.sealpost.pki;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.Providers;

/**
 * Finds the chain from a certificate to a trusted authority, without looking at dates or revocation: those are lines
 * of their own. Work is bounded, so that a message full of certificates costs no more than one.
 *
 * <p>Nor does it look at names: {@link NamesInBounds} says whether the chain's authorities may vouch for them.
 */
final class TrustedChains {
    private static final int LONGEST = 6;
    private static final int MOST_OTHERS = 32;
    private static final int CERT_SIGN = 5;
    private static final int CRL_SIGN = 6;

    private final Providers providers;
    private final List<X509Certificate> anchors;

    TrustedChains(Providers providers, Collection<X509Certificate> anchors) {
        this.providers = providers;
        this.anchors = List.copyOf(anchors);
    }

    /** The certificate first, the trusted authority last; empty when there is no such chain. */
    List<X509Certificate> from(X509Certificate certificate, Collection<X509Certificate> others) {
        List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
        List<X509Certificate> unused =
                new ArrayList<>(others.stream().limit(MOST_OTHERS).toList());
        while (chain.size() < LONGEST) {
            X509Certificate last = chain.get(chain.size() - 1);
            if (anchors.contains(last)) {
                return List.copyOf(chain);
            }
            int below = chain.size() - 1;
            X509Certificate issuer = issuer(last, anchors, below);
            if (issuer == null) {
                issuer = issuer(last, unused, below);
            }
            if (issuer == null) {
                return List.of();
            }
            unused.remove(issuer);
            chain.add(issuer);
        }
        return List.of();
    }

    private @Nullable X509Certificate issuer(X509Certificate certificate, List<X509Certificate> candidates, int below) {
        return candidates.stream()
                .filter(one -> one.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .filter(one -> mayIssue(one, below) && signed(certificate, one))
                .findFirst()
                .orElse(null);
    }

    private static boolean mayIssue(X509Certificate authority, int below) {
        boolean[] usage = authority.getKeyUsage();
        return authority.getBasicConstraints() >= below
                && (usage == null || usage[CERT_SIGN])
                && !authority.hasUnsupportedCriticalExtension();
    }

    private boolean signed(X509Certificate certificate, X509Certificate issuer) {
        if (outdated(certificate.getSigAlgName())) {
            return false;
        }
        try {
            PublicKey key = providers.adopt(issuer.getPublicKey());
            certificate.verify(key, providers.signature(key.getAlgorithm()));
            return true;
        } catch (GeneralSecurityException | BadEncoding e) {
            return false;
        }
    }

    /** Whether this authority signed that list. */
    boolean signed(X509CRL crl, X509Certificate authority) {
        boolean[] usage = authority.getKeyUsage();
        if (!crl.getIssuerX500Principal().equals(authority.getSubjectX500Principal())
                || (usage != null && !usage[CRL_SIGN])
                || crl.hasUnsupportedCriticalExtension()
                || outdated(crl.getSigAlgName())) {
            return false;
        }
        try {
            PublicKey key = providers.adopt(authority.getPublicKey());
            crl.verify(key, providers.signature(key.getAlgorithm()));
            return true;
        } catch (GeneralSecurityException | BadEncoding e) {
            return false;
        }
    }

    static boolean outdated(String signatureAlgorithm) {
        String name = signatureAlgorithm.toUpperCase(Locale.ROOT);
        return name.startsWith("MD") || name.startsWith("SHA1");
    }
}
