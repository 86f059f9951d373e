package org.sealpost.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.Providers;
import org.sealpost.mime.HeaderFields;
import org.sealpost.mime.MessageReader;
import org.sealpost.mime.MessageSource;
import org.sealpost.mime.MimeLimits;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.PathCheck;
import org.sealpost.smime.DecryptionKey;
import org.sealpost.smime.MessageOpener;
import org.sealpost.smime.OpenedMessage;
import org.sealpost.smime.OpeningPolicy;

/** Opens with the keys that the messages of the corpus are sealed to. */
final class Mailroom {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "smime", "golden");
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Providers PROVIDERS = Providers.best();
    private static final X509Certificate AUTHORITY = Certificates.parse(read("authority.pem"));
    private static final X509CRL LIST = Certificates.parseCrl(read("authority.crl"));
    private static final PathCheck PATH = new PathCheck(PROVIDERS, List.of(AUTHORITY), List.of(LIST));
    private static final OpeningPolicy POLICY = new OpeningPolicy(EnumSet.allOf(EncryptionFormat.class), PATH, NOW);
    private static final List<DecryptionKey> KEYS =
            List.of(new DecryptionKey(key("rsa", "RSA"), PROVIDERS), new DecryptionKey(key("p256", "EC"), PROVIDERS));

    private Mailroom() {}

    static void open(byte[] message) throws IOException {
        try (OpenedMessage opened = new MessageOpener(PROVIDERS).open(MessageSource.of(message), KEYS, POLICY)) {
            opened.announcement();
            Target.drain(opened.content());
            new MessageReader(MimeLimits.STANDARD).read(opened.content());
        }
    }

    static byte[] cms(byte[] message) throws IOException {
        HeaderFields header = HeaderFields.read(new ByteArrayInputStream(message));
        byte[] body = Arrays.copyOfRange(message, header.bodyStart(), message.length);
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int signature = text.indexOf("filename=smime.p7s\r\n\r\n");
        String encoded =
                signature < 0 ? text : text.substring(signature + 22, text.lastIndexOf("--", text.length() - 5));
        return Base64.getMimeDecoder().decode(encoded.split("\r\n--", -1)[0]);
    }

    static byte[] around(byte[] cms) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes("""
                From: alice@corp.example
                Content-Type: application/pkcs7-mime
                Content-Transfer-Encoding: binary

                """.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        message.writeBytes(cms);
        return message.toByteArray();
    }

    static void judge(X509Certificate certificate) {
        Certificates.addresses(certificate);
        Certificates.capabilities(certificate);
        Certificates.fingerprint(certificate);
        for (CertificateProfile use : CertificateProfile.values()) {
            PATH.check(new PathCheck.Question(certificate, List.of(certificate), use, NOW, NOW, NOW));
        }
    }

    static void judge(X509CRL list) {
        PathCheck path = new PathCheck(PROVIDERS, List.of(AUTHORITY), List.of(list));
        path.check(new PathCheck.Question(
                Certificates.parse(read("rsa.pem")), List.of(), CertificateProfile.ENCRYPTION, NOW, NOW, NOW));
    }

    private static OwnedKey key(String name, String algorithm) {
        try {
            PKCS8EncodedKeySpec encoded =
                    new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(read(name + ".pkcs8")));
            return new OwnedKey(
                    KeyFactory.getInstance(algorithm).generatePrivate(encoded),
                    Certificates.parse(read(name + ".pem")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] read(String file) {
        try {
            return Files.readAllBytes(GOLDEN.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
