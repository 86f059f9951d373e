package org.sealpost.smime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.Providers;
import org.sealpost.mime.MessageSource;
import org.sealpost.pki.CertificateAuthority;
import org.sealpost.pki.CertificateOrder;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.KeyPairs;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.PathCheck;
import org.sealpost.pki.RevocationList;
import org.sealpost.pki.Subject;

/** A small organisation for the tests of sealing and opening: an authority, mailboxes, and a present. */
final class Corp {

    /** An hour ahead of the machine's clock: what other programs sign in a test they sign at the time of that clock. */
    @SuppressWarnings("TimeInStaticInitializer") // one present for all tests of a run
    static final Instant NOW = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);

    static final Providers PROVIDERS = Providers.best();
    static final SecureRandom RANDOM = new SecureRandom();
    static final MessageSealer SEALER = new MessageSealer(PROVIDERS, RANDOM, Clock.fixed(NOW, ZoneOffset.UTC));
    static final MessageOpener OPENER = new MessageOpener(PROVIDERS);
    static final KeyPairs PAIRS = new KeyPairs(PROVIDERS, RANDOM);
    static final CertificateAuthority AUTHORITY = authority("Corp");
    static final Capabilities NO_OAEP = new Capabilities(EnumSet.allOf(EncryptionFormat.class), false);

    static final OwnedKey ALICE_SIGNS = issue(AUTHORITY, CertificateProfile.SIGNING, KeyType.EC_P256, "alice");
    static final OwnedKey ALICE_SIGNS_RSA = issue(AUTHORITY, CertificateProfile.SIGNING, KeyType.RSA_2048, "alice");
    static final OwnedKey BOB_RSA = issue(AUTHORITY, CertificateProfile.ENCRYPTION, KeyType.RSA_2048, "bob");
    static final OwnedKey CAROL_EC = issue(AUTHORITY, CertificateProfile.ENCRYPTION, KeyType.EC_P256, "carol");
    static final OwnedKey DAVE_EC_384 = issue(AUTHORITY, CertificateProfile.ENCRYPTION, KeyType.EC_P384, "dave");

    static final byte[] LETTER = ascii("""
        From: Alice <alice@corp.example>
        To: Bob <bob@corp.example>
        Subject: Plans
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        The plans for the new building are ready.
        """.replace("\n", "\r\n"));

    private Corp() {}

    static CertificateAuthority authority(String organisation) {
        OwnedKey root = CertificateAuthority.createRoot(
                PROVIDERS,
                PAIRS,
                new CertificateAuthority.RootOrder(
                        organisation,
                        KeyType.EC_P256,
                        CertificateOrder.newSerial(RANDOM),
                        NOW.minus(Duration.ofDays(900))));
        return new CertificateAuthority(
                PROVIDERS,
                root,
                new CertificateAuthority.Addresses(
                        URI.create("http://localhost/pki/crl"),
                        URI.create("http://localhost/pki/delta"),
                        URI.create("http://localhost/pki/ocsp"),
                        URI.create("http://localhost/pki/ca")));
    }

    static OwnedKey issue(CertificateAuthority by, CertificateProfile profile, KeyType type, String name) {
        return issue(by, profile, type, name, NOW.minus(Duration.ofDays(30)));
    }

    static OwnedKey issue(
            CertificateAuthority by, CertificateProfile profile, KeyType type, String name, Instant notBefore) {
        KeyPair pair = PAIRS.generate(type);
        Subject subject = new Subject(name + "@corp.example");
        return new OwnedKey(
                pair.getPrivate(),
                by.issue(new CertificateOrder(
                        profile,
                        subject,
                        pair.getPublic(),
                        CertificateOrder.newSerial(RANDOM),
                        notBefore,
                        Capabilities.OWN)));
    }

    static SigningKey signing(OwnedKey key) {
        return new SigningKey(key, List.of(AUTHORITY.certificate()), Capabilities.OWN, PROVIDERS);
    }

    static DecryptionKey decryption(OwnedKey key) {
        return new DecryptionKey(key, PROVIDERS);
    }

    static RecipientKey recipient(OwnedKey key) {
        return new RecipientKey(key.certificate(), Capabilities.OWN, PROVIDERS);
    }

    static Envelope envelope(EncryptionFormat format, OwnedKey... recipients) {
        return new Envelope(
                format, Arrays.stream(recipients).map(Corp::recipient).toList());
    }

    static X509CRL crl(RevocationList.Entry... entries) {
        RevocationList list =
                new RevocationList(BigInteger.ONE, NOW.minus(Duration.ofHours(1)), NOW.plus(Duration.ofHours(12)));
        List.of(entries).forEach(list::add);
        return Certificates.parseCrl(AUTHORITY.signCrl(list));
    }

    static OpeningPolicy policy() {
        return policy(EnumSet.allOf(EncryptionFormat.class), crl());
    }

    static OpeningPolicy policy(Set<EncryptionFormat> reads, X509CRL... crls) {
        PathCheck path = new PathCheck(PROVIDERS, List.of(AUTHORITY.certificate()), List.of(crls));
        return new OpeningPolicy(reads, path, NOW);
    }

    static byte[] sign(byte[] message, OwnedKey key, SignatureForm form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SEALER.sign(MessageSource.of(message), signing(key), form, out);
        return out.toByteArray();
    }

    static byte[] encrypt(byte[] message, EncryptionFormat format, OwnedKey... recipients) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SEALER.encrypt(MessageSource.of(message), envelope(format, recipients), out);
        return out.toByteArray();
    }

    static byte[] signAndEncrypt(byte[] message, SignatureForm form, EncryptionFormat format, OwnedKey... recipients)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SEALER.signAndEncrypt(MessageSource.of(message), signing(ALICE_SIGNS), form, envelope(format, recipients), out);
        return out.toByteArray();
    }

    static OpenedMessage open(byte[] message, OwnedKey... keys) throws IOException {
        return open(message, policy(), keys);
    }

    static OpenedMessage open(byte[] message, OpeningPolicy policy, OwnedKey... keys) throws IOException {
        return OPENER.open(
                MessageSource.of(message),
                Arrays.stream(keys).map(Corp::decryption).toList(),
                policy);
    }

    static byte[] content(OpenedMessage opened) throws IOException {
        try (InputStream in = opened.content().open()) {
            byte[] bytes = in.readAllBytes();
            if (bytes.length != opened.content().length()) {
                throw new IllegalStateException(
                        "length() says " + opened.content().length() + ", is " + bytes.length);
            }
            return bytes;
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
