package org.sealpost.peers;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.epf.OlderExport;
import org.sealpost.epf.SecurityFile;
import org.sealpost.epf.SecurityFileStore;
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
import org.sealpost.smime.OpeningPolicy;

/** Who writes to whom. In date today, for other programs look at the machine's clock; one name each, for NSS joins them. */
final class Cast {

    static final Providers PROVIDERS = Providers.best();
    static final SecureRandom RANDOM = new SecureRandom();
    static final Clock CLOCK = Clock.systemUTC();

    @SuppressWarnings(
            "TimeInStaticInitializer") // one present for all tests of a run, as the programs beside them have it
    static final Instant SINCE = CLOCK.instant().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(1));

    static final String PASSWORD = "correct horse";
    static final KeyPairs PAIRS = new KeyPairs(PROVIDERS, RANDOM);
    static final CertificateAuthority AUTHORITY = authority();

    static final Person ALICE_SIGNS_EC = person("alice", CertificateProfile.SIGNING, KeyType.EC_P256);
    static final Person AMY_SIGNS_RSA = person("amy", CertificateProfile.SIGNING, KeyType.RSA_2048);
    static final Person BOB_READS_RSA = person("bob", CertificateProfile.ENCRYPTION, KeyType.RSA_2048);
    static final Person BEN_READS_RSA = person("ben", CertificateProfile.ENCRYPTION, KeyType.RSA_3072);
    static final Person CAROL_READS_P256 = person("carol", CertificateProfile.ENCRYPTION, KeyType.EC_P256);
    static final Person DAVE_READS_P384 = person("dave", CertificateProfile.ENCRYPTION, KeyType.EC_P384);
    static final List<Person> ALL =
            List.of(ALICE_SIGNS_EC, AMY_SIGNS_RSA, BOB_READS_RSA, BEN_READS_RSA, CAROL_READS_P256, DAVE_READS_P384);

    private Cast() {}

    /** Somebody with one pair. */
    record Person(String name, OwnedKey key) {
        String address() {
            return name + "@corp.example";
        }

        boolean rsa() {
            return key.privateKey().getAlgorithm().equals("RSA");
        }

        String certificatePem() {
            return Certificates.pem(key.certificate());
        }

        String keyPem() {
            return "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'})
                            .encodeToString(key.privateKey().getEncoded())
                    + "\n-----END PRIVATE KEY-----\n";
        }
    }

    /** Capabilities of a program that reads every format, with or without OAEP. */
    static Capabilities reading(boolean oaep) {
        return new Capabilities(EnumSet.allOf(EncryptionFormat.class), oaep);
    }

    static OpeningPolicy policy() {
        Instant now = CLOCK.instant();
        RevocationList list =
                new RevocationList(BigInteger.ONE, now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(12)));
        PathCheck path = new PathCheck(
                PROVIDERS, List.of(AUTHORITY.certificate()), List.of(Certificates.parseCrl(AUTHORITY.signCrl(list))));
        return new OpeningPolicy(EnumSet.allOf(EncryptionFormat.class), path, now);
    }

    /** The security file of somebody with the usual pairs: EC for signing, RSA for encryption. */
    static byte[] securityFile() {
        SecurityFile file = new SecurityFile(
                ALICE_SIGNS_EC.address(),
                ALICE_SIGNS_EC.key(),
                List.of(BOB_READS_RSA.key()),
                List.of(AUTHORITY.certificate()));
        try (Passphrase password = Passphrase.copyOf(PASSWORD)) {
            return new SecurityFileStore(PROVIDERS, RANDOM).seal(file, password);
        }
    }

    static byte[] olderExport(Person person) {
        try (Passphrase password = Passphrase.copyOf(PASSWORD)) {
            return new OlderExport(PROVIDERS, RANDOM)
                    .export(person.name(), person.key(), List.of(AUTHORITY.certificate()), password);
        }
    }

    /** A message from somebody, whose body is read byte for byte. */
    static byte[] letter(Person from, String entity) {
        return ("From: " + from.address() + "\r\nTo: bob@corp.example\r\nSubject: Plans\r\nMIME-Version: 1.0\r\n"
                        + entity)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    static List<OwnedKey> readingKeys() {
        return Arrays.asList(BOB_READS_RSA.key(), BEN_READS_RSA.key(), CAROL_READS_P256.key(), DAVE_READS_P384.key());
    }

    private static CertificateAuthority authority() {
        OwnedKey root = CertificateAuthority.createRoot(
                PROVIDERS,
                PAIRS,
                new CertificateAuthority.RootOrder(
                        "Corp",
                        KeyType.EC_P256,
                        CertificateOrder.newSerial(RANDOM),
                        SINCE.minus(Duration.ofDays(900))));
        URI nowhere = URI.create("http://localhost/pki");
        return new CertificateAuthority(
                PROVIDERS, root, new CertificateAuthority.Addresses(nowhere, nowhere, nowhere, nowhere));
    }

    private static Person person(String name, CertificateProfile profile, KeyType type) {
        KeyPair pair = PAIRS.generate(type);
        return new Person(
                name,
                new OwnedKey(
                        pair.getPrivate(),
                        AUTHORITY.issue(new CertificateOrder(
                                profile,
                                new Subject(name + "@corp.example"),
                                pair.getPublic(),
                                CertificateOrder.newSerial(RANDOM),
                                SINCE,
                                Capabilities.OWN))));
    }
}
