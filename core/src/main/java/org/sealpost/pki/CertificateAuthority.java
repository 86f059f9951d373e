package org.sealpost.pki;

import java.net.URI;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.sealpost.crypto.Providers;

/** The organisation's certification authority while its key is unlocked; closing destroys the key. */
public final class CertificateAuthority implements AutoCloseable {
    /**
     * Where relying parties find what they need (plain http, RFC 5280 section 8).
     *
     * @param crl the revocation list
     * @param issuerCertificate the authority's certificate in DER
     */
    public record Addresses(URI crl, URI issuerCertificate) {}

    /** @param root the authority's key and certificate; owned and closed by this object */
    public CertificateAuthority(Providers providers, SecureRandom random, OwnedKey root, Addresses addresses) {}

    /**
     * Makes a new self-signed root, valid for ten years.
     *
     * @param organisation the organisation's name, any text
     * @param type {@link KeyType#EC_P256} by default
     */
    public static OwnedKey createRoot(KeyPairs keyPairs, Providers providers, RootOrder order) {
        return org.sealpost.crypto.Soon.soon();
    }

    /** What a new root is made from: its random serial comes from {@link CertificateOrder#newSerial}. */
    public record RootOrder(String organisation, KeyType type, java.math.BigInteger serial, Instant notBefore) {}

    /** The authority's certificate. */
    public X509Certificate certificate() {
        return org.sealpost.crypto.Soon.soon();
    }

    /** The last instant at which the certificate for this order will be valid: known before it is signed. */
    public Instant notAfter(CertificateOrder order) {
        return org.sealpost.crypto.Soon.soon();
    }

    /** Signs a certificate. The caller has recorded the order before and has checked possession of the key. */
    public X509Certificate issue(CertificateOrder order) {
        return org.sealpost.crypto.Soon.soon();
    }

    /** Signs a revocation list. */
    public X509CRL signCrl(RevocationList list) {
        return org.sealpost.crypto.Soon.soon();
    }

    @Override
    public void close() {}
}
