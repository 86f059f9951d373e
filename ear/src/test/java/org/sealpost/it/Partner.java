package org.sealpost.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Providers;
import org.sealpost.mime.MessageSource;
import org.sealpost.pki.CertificateAuthority;
import org.sealpost.pki.CertificateOrder;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.Fingerprint;
import org.sealpost.pki.KeyPairs;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.RevocationList;
import org.sealpost.pki.Subject;
import org.sealpost.smime.MessageSealer;
import org.sealpost.smime.SignatureForm;
import org.sealpost.smime.SigningKey;

/** Another organisation with one mailbox, whose program reads AES in CBC mode. */
final class Partner {
    static final String ANN = "ann@partner.example";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Providers PROVIDERS = Providers.best();
    private static final Capabilities READS = Capabilities.parse("AES_256_CBC AES_128_CBC");

    private final Clock clock = Clock.systemUTC();
    private final CertificateAuthority authority;
    private final OwnedKey signs;
    private final OwnedKey reads;

    Partner() {
        Instant founded = clock.instant().minus(Duration.ofDays(1));
        URI anywhere = URI.create("http://partner.example/pki");
        authority = new CertificateAuthority(
                PROVIDERS,
                CertificateAuthority.createRoot(
                        PROVIDERS,
                        new KeyPairs(PROVIDERS, RANDOM),
                        new CertificateAuthority.RootOrder(
                                "Partner & Sons", KeyType.EC_P256, CertificateOrder.newSerial(RANDOM), founded)),
                new CertificateAuthority.Addresses(anywhere, anywhere, anywhere, anywhere));
        signs = issue(CertificateProfile.SIGNING, founded);
        reads = issue(CertificateProfile.ENCRYPTION, founded);
    }

    private OwnedKey issue(CertificateProfile profile, Instant from) {
        KeyPair pair = new KeyPairs(PROVIDERS, RANDOM).generate(KeyType.EC_P256);
        X509Certificate certificate = authority.issue(new CertificateOrder(
                profile, new Subject(ANN), pair.getPublic(), CertificateOrder.newSerial(RANDOM), from, READS));
        return new OwnedKey(pair.getPrivate(), certificate);
    }

    /** The authority's certificate. */
    byte[] certificate() {
        return Certificates.pem(authority.certificate()).getBytes(StandardCharsets.US_ASCII);
    }

    /** The fingerprint that the organisation tells by telephone. */
    String fingerprint() {
        return Fingerprint.of(authority.certificate()).grouped();
    }

    /** The fingerprint that Ann tells by telephone. */
    String annsFingerprint() {
        return Fingerprint.of(reads.certificate()).grouped();
    }

    /** Its revocation list, DER, with nobody on it. */
    byte[] list() {
        Instant made = clock.instant().minusSeconds(60);
        return authority.signCrl(new RevocationList(BigInteger.ONE, made, made.plus(RevocationList.LONGEST)));
    }

    /** A letter that Ann signed. */
    byte[] letter(String subject) {
        byte[] message = ("From: Ann Lee <" + ANN + ">\r\nTo: alice@corp.example\r\nSubject: " + subject
                        + "\r\nDate: Tue, 24 Nov 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: text/plain\r\n\r\nGood morning from next door.\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SigningKey key = new SigningKey(signs, List.of(reads.certificate()), READS, PROVIDERS)) {
            new MessageSealer(PROVIDERS, RANDOM, clock).sign(MessageSource.of(message), key, SignatureForm.CLEAR, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
