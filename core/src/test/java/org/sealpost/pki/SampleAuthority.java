package org.sealpost.pki;

import java.math.BigInteger;
import java.net.URI;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Providers;

/** A small organisation for tests: one authority and what it issues, at a fixed instant. */
public final class SampleAuthority {
    /** The present of the tests. */
    public static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private static final SecureRandom RANDOM = new SecureRandom();
    private final Providers providers;
    private final CertificateAuthority authority;

    public SampleAuthority(Providers providers, KeyType type) {
        this.providers = providers;
        KeyPairs keyPairs = new KeyPairs(providers, RANDOM);
        OwnedKey root = CertificateAuthority.createRoot(
                providers,
                keyPairs,
                new CertificateAuthority.RootOrder(
                        "Corp, \"Inc.\" = + <Ltd>;",
                        type,
                        CertificateOrder.newSerial(RANDOM),
                        NOW.minus(Duration.ofDays(400))));
        this.authority = new CertificateAuthority(
                providers,
                root,
                new CertificateAuthority.Addresses(
                        URI.create("http://localhost:8080/pki/ca.crl"),
                        URI.create("http://localhost:8080/pki/ca-delta.crl"),
                        URI.create("http://localhost:8080/pki/ocsp"),
                        URI.create("http://localhost:8080/pki/ca.cer")));
    }

    public static SampleAuthority create() {
        return new SampleAuthority(Providers.best(), KeyType.EC_P256);
    }

    public CertificateAuthority authority() {
        return authority;
    }

    public X509Certificate certificate() {
        return authority.certificate();
    }

    public KeyPair pair(KeyType type) {
        return new KeyPairs(providers, RANDOM).generate(type);
    }

    public OwnedKey issue(CertificateProfile profile, Subject subject, KeyType type) {
        return issue(profile, subject, type, NOW);
    }

    public OwnedKey issue(CertificateProfile profile, Subject subject, KeyType type, Instant from) {
        KeyPair pair = pair(type);
        X509Certificate certificate = authority.issue(new CertificateOrder(
                profile, subject, pair.getPublic(), CertificateOrder.newSerial(RANDOM), from, Capabilities.OWN));
        return new OwnedKey(pair.getPrivate(), certificate);
    }

    public OwnedKey issue(CertificateProfile profile, String address) {
        return issue(profile, new Subject(address), KeyType.EC_P256);
    }

    public X509CRL crl(Instant made, RevocationList.Entry... revoked) {
        RevocationList list = new RevocationList(BigInteger.TEN, made, made.plus(RevocationList.LONGEST));
        List.of(revoked).forEach(list::add);
        return Certificates.parseCrl(authority.signCrl(list));
    }
}
