package org.sealpost.model;

import java.math.BigInteger;
import java.net.URI;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import org.sealpost.crypto.Hpke;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.CertificateAuthority;
import org.sealpost.pki.CertificateOrder;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.ForeignAuthority;
import org.sealpost.pki.KeyPairs;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.RevocationList;
import org.sealpost.pki.RevocationReason;
import org.sealpost.pki.TransferCertificate;
import org.sealpost.pki.TransferOrder;

/** Another organisation with an authority. */
final class ForeignCorp {
    static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CertificateAuthority authority;

    ForeignCorp(String name) {
        URI anywhere = URI.create("http://partner.example/pki");
        authority = new CertificateAuthority(
                Providers.best(),
                CertificateAuthority.createRoot(
                        Providers.best(),
                        new KeyPairs(Providers.best(), RANDOM),
                        new CertificateAuthority.RootOrder(
                                name,
                                KeyType.EC_P256,
                                CertificateOrder.newSerial(RANDOM),
                                NOW.minus(Duration.ofDays(1)))),
                new CertificateAuthority.Addresses(anywhere, anywhere, anywhere, anywhere));
    }

    X509Certificate certificate() {
        return authority.certificate();
    }

    ForeignAuthority authority() {
        return ForeignAuthority.read(Certificates.der(certificate()), Providers.best(), NOW);
    }

    /** An empty list, DER. */
    byte[] list(Instant made) {
        return list(made, 0);
    }

    /** A list that revokes that many, DER. */
    byte[] list(Instant made, int revoked) {
        RevocationList list = new RevocationList(BigInteger.ONE, made, made.plus(RevocationList.LONGEST));
        for (int i = 0; i < revoked; i++) {
            list.add(new RevocationList.Entry(
                    CertificateOrder.newSerial(RANDOM), made, RevocationReason.CESSATION_OF_OPERATION));
        }
        return authority.signCrl(list);
    }

    /** A certificate of its escrow's key. */
    static TransferCertificate transferCertificate() {
        TransferOrder order = new TransferOrder(
                new Hpke(Providers.best(), RANDOM).keyPair().publicKey(),
                1,
                CertificateOrder.newSerial(RANDOM),
                NOW,
                Period.ofDays(90));
        return new TransferCertificate(new ForeignCorp("Partner").authority.issue(order));
    }
}
