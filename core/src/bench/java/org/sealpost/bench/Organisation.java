package org.sealpost.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.CertificateAuthority;
import org.sealpost.pki.CertificateOrder;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.KeyPairs;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.PathCheck;
import org.sealpost.pki.Subject;
import org.sealpost.smime.DecryptionKey;
import org.sealpost.smime.Envelope;
import org.sealpost.smime.MessageOpener;
import org.sealpost.smime.MessageSealer;
import org.sealpost.smime.OpeningPolicy;
import org.sealpost.smime.RecipientKey;
import org.sealpost.smime.SigningKey;

/** One sender and one recipient with keys of one type, and the parts of Sealpost that seal and open between them. */
final class Organisation {

    static final Providers PROVIDERS = Providers.best();

    final OwnedKey signing;
    final OwnedKey encryption;
    final MessageSealer sealer;
    final MessageOpener opener = new MessageOpener(PROVIDERS);
    final SigningKey signingKey;
    final RecipientKey recipient;
    final DecryptionKey decryptionKey;
    final OpeningPolicy policy;
    private final Supplier<OwnedKey> anotherCertificate;

    Organisation(KeyType type) {
        Instant now = Instant.now();
        SecureRandom random = new SecureRandom();
        KeyPairs pairs = new KeyPairs(PROVIDERS, random);
        OwnedKey root = CertificateAuthority.createRoot(
                PROVIDERS,
                pairs,
                new CertificateAuthority.RootOrder(
                        "Bench", KeyType.EC_P256, CertificateOrder.newSerial(random), now.minus(Duration.ofDays(1))));
        CertificateAuthority authority = new CertificateAuthority(
                PROVIDERS,
                root,
                new CertificateAuthority.Addresses(
                        URI.create("http://localhost/crl"),
                        URI.create("http://localhost/delta"),
                        URI.create("http://localhost/ocsp"),
                        URI.create("http://localhost/ca")));
        signing = issue(authority, pairs.generate(type), CertificateProfile.SIGNING, random, now);
        KeyPair pair = pairs.generate(type);
        anotherCertificate = () -> issue(authority, pair, CertificateProfile.ENCRYPTION, random, now);
        encryption = anotherCertificate.get();
        sealer = new MessageSealer(PROVIDERS, random, Clock.systemUTC());
        signingKey = new SigningKey(signing, List.of(authority.certificate()), Capabilities.OWN, PROVIDERS);
        recipient = new RecipientKey(encryption.certificate(), Capabilities.STANDARD, PROVIDERS);
        decryptionKey = new DecryptionKey(encryption, PROVIDERS);
        policy = new OpeningPolicy(
                        EnumSet.allOf(EncryptionFormat.class),
                        new PathCheck(PROVIDERS, List.of(authority.certificate()), List.of()),
                        now.plusSeconds(60))
                .withMaximumLength(Long.MAX_VALUE);
    }

    Envelope envelope(EncryptionFormat format) {
        return new Envelope(format, List.of(recipient));
    }

    /** More recipients, each with a certificate of its own; they share a key pair, which costs the sealer no less. */
    List<OwnedKey> recipients(int count) {
        return Stream.generate(anotherCertificate).limit(count).toList();
    }

    /** A text message of about that many bytes. */
    static byte[] letter(int bytes) {
        Random random = new Random(1);
        StringBuilder letter = new StringBuilder(bytes + 100)
                .append("From: bench@corp.example\r\nSubject: bench\r\nMIME-Version: 1.0\r\n")
                .append("Content-Type: text/plain; charset=us-ascii\r\n\r\n");
        while (letter.length() < bytes) {
            for (int column = 0; column < 70; column++) {
                letter.append((char) ('a' + random.nextInt(26)));
            }
            letter.append("\r\n");
        }
        return letter.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static OwnedKey issue(
            CertificateAuthority authority,
            KeyPair pair,
            CertificateProfile profile,
            SecureRandom random,
            Instant now) {
        return new OwnedKey(
                pair.getPrivate(),
                authority.issue(new CertificateOrder(
                        profile,
                        new Subject("bench@corp.example"),
                        pair.getPublic(),
                        CertificateOrder.newSerial(random),
                        now.minus(Duration.ofHours(1)),
                        Capabilities.OWN)));
    }
}
