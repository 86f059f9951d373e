package org.sealpost.jobs;

import java.math.BigInteger;
import java.net.URI;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.Providers;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.JobRecipient;
import org.sealpost.model.JobSender;
import org.sealpost.model.MailboxId;
import org.sealpost.model.RecipientPart;
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
import org.sealpost.smime.DecryptionKey;
import org.sealpost.smime.OpeningPolicy;

/** A small organisation: an authority and mailboxes named by their first names, whose ids are {@code id-<name>}. */
public final class Corp {
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final Providers PROVIDERS = Providers.best();
    static final SecureRandom RANDOM = new SecureRandom();

    private static final KeyPairs PAIRS = new KeyPairs(PROVIDERS, RANDOM);
    private static final CertificateAuthority AUTHORITY = authority();
    private static final Map<BigInteger, OwnedKey> KEYS = new ConcurrentHashMap<>();

    private Corp() {}

    /** An authority of its own. */
    public static CertificateAuthority authority() {
        OwnedKey root = CertificateAuthority.createRoot(
                PROVIDERS,
                PAIRS,
                new CertificateAuthority.RootOrder(
                        "Corp", KeyType.EC_P256, CertificateOrder.newSerial(RANDOM), NOW.minus(Duration.ofDays(900))));
        return new CertificateAuthority(
                PROVIDERS,
                root,
                new CertificateAuthority.Addresses(
                        URI.create("http://localhost/pki/crl"),
                        URI.create("http://localhost/pki/delta"),
                        URI.create("http://localhost/pki/ocsp"),
                        URI.create("http://localhost/pki/ca")));
    }

    static MailboxId id(String name) {
        return new MailboxId("id-" + name);
    }

    static JobSender sender(String name) {
        return new JobSender("id-" + name, address(name), name);
    }

    static JobRecipient to(String name) {
        return recipient(name, RecipientPart.TO);
    }

    static JobRecipient cc(String name) {
        return recipient(name, RecipientPart.CC);
    }

    static JobRecipient bcc(String name) {
        return recipient(name, RecipientPart.BCC);
    }

    static String address(String name) {
        return name + "@corp.example";
    }

    static Capabilities reads(EncryptionFormat... formats) {
        return new Capabilities(EnumSet.copyOf(List.of(formats)), true);
    }

    /** An encryption certificate in force; its private half stays here for {@link #key}. */
    static IssuedCertificate enable(String name, Capabilities reads) {
        KeyPair pair = PAIRS.generate(KeyType.EC_P256);
        CertificateOrder order = new CertificateOrder(
                CertificateProfile.ENCRYPTION,
                new Subject(address(name)),
                pair.getPublic(),
                CertificateOrder.newSerial(RANDOM),
                NOW.minus(Duration.ofDays(30)),
                reads);
        OwnedKey key = new OwnedKey(pair.getPrivate(), AUTHORITY.issue(order));
        KEYS.put(order.serial(), key);
        IssuedCertificate certificate = new IssuedCertificate(id(name), order, AUTHORITY.notAfter(order));
        certificate.issue(Certificates.der(key.certificate()));
        return certificate;
    }

    static DecryptionKey key(IssuedCertificate certificate) {
        BigInteger serial = Certificates.parse(certificate.encoded()).getSerialNumber();
        return new DecryptionKey(Objects.requireNonNull(KEYS.get(serial)), PROVIDERS);
    }

    static OpeningPolicy opening() {
        RevocationList list = new RevocationList(BigInteger.ONE, NOW.minusSeconds(60), NOW.plusSeconds(3600));
        PathCheck path = new PathCheck(
                PROVIDERS, List.of(AUTHORITY.certificate()), List.of(Certificates.parseCrl(AUTHORITY.signCrl(list))));
        return new OpeningPolicy(EnumSet.allOf(EncryptionFormat.class), path, NOW);
    }

    private static JobRecipient recipient(String name, RecipientPart part) {
        return new JobRecipient("id-" + name, address(name), name, part);
    }
}
