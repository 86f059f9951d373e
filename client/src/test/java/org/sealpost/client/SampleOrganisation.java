package org.sealpost.client;

import java.math.BigInteger;
import java.net.URI;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Hpke;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.epf.IssuedKeys;
import org.sealpost.epf.SecurityFile;
import org.sealpost.epf.SecurityFileStore;
import org.sealpost.pki.CertificateAuthority;
import org.sealpost.pki.CertificateOrder;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.KeyPairs;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.RevocationList;
import org.sealpost.pki.RevocationReason;
import org.sealpost.pki.SigningRequest;
import org.sealpost.pki.Subject;
import org.sealpost.protocol.EnrolmentRequest;
import org.sealpost.protocol.RenewalRequest;
import org.sealpost.protocol.TokenCode;
import org.sealpost.sending.RecipientStatus;

/** An organisation with its authority: alice and bob are enabled, carol and dave are not, erin was revoked. */
final class SampleOrganisation {
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final SecureRandom RANDOM = new SecureRandom();
    static final String PASSWORD = "seven geese at the pond";
    static final String TOKEN = TokenCode.generate(RANDOM).text();

    private static final Providers PROVIDERS = Providers.best();
    private static final Duration DAY = Duration.ofDays(1);

    private final KeyPairs pairs = new KeyPairs(PROVIDERS, RANDOM);
    private final CertificateAuthority authority;
    private final Map<String, X509Certificate> certificates = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** One for all tests: sealing files is slow on purpose. */
    static final SampleOrganisation CORP = new SampleOrganisation(URI.create("http://127.0.0.1:1/nowhere.crl"));

    /** @param places where its revocation list is to be found, as its certificates say */
    private SampleOrganisation(URI places) {
        OwnedKey root = CertificateAuthority.createRoot(
                PROVIDERS,
                pairs,
                new CertificateAuthority.RootOrder(
                        "Corp", KeyType.EC_P256, CertificateOrder.newSerial(RANDOM), NOW.minus(DAY.multipliedBy(400))));
        authority = new CertificateAuthority(
                PROVIDERS, root, new CertificateAuthority.Addresses(places, places, places, places));
        for (String name : List.of("alice", "bob")) {
            files.put(name, made(name + "@corp.example"));
        }
    }

    X509Certificate authority() {
        return authority.certificate();
    }

    /** The security file of alice or bob under {@link #PASSWORD}. */
    byte[] file(String name) {
        return Objects.requireNonNull(files.get(name));
    }

    private byte[] made(String address) {
        OwnedKey encryption = issue(CertificateProfile.ENCRYPTION, address, pairs.generate(KeyType.RSA_2048));
        certificates.put(address, encryption.certificate());
        SecurityFile file = new SecurityFile(
                address,
                issue(CertificateProfile.SIGNING, address, pairs.generate(KeyType.EC_P256)),
                List.of(encryption),
                List.of(authority.certificate()));
        try (Passphrase password = Passphrase.copyOf(PASSWORD)) {
            return new SecurityFileStore(PROVIDERS, RANDOM, 1).seal(file, password);
        }
    }

    private OwnedKey issue(CertificateProfile profile, String address, KeyPair pair) {
        return new OwnedKey(
                pair.getPrivate(),
                authority.issue(new CertificateOrder(
                        profile,
                        new Subject(address),
                        pair.getPublic(),
                        CertificateOrder.newSerial(RANDOM),
                        NOW.minus(DAY),
                        Capabilities.OWN)));
    }

    /** What the Key Manager answers to a token. */
    byte[] enrol(EnrolmentRequest request) {
        SigningRequest proof = SigningRequest.verify(PROVIDERS, request.signingRequest());
        return granted(proof).sealFor(request, new Hpke(PROVIDERS, RANDOM)).sealed();
    }

    private IssuedKeys granted(SigningRequest proof) {
        OwnedKey encryption = issue(CertificateProfile.ENCRYPTION, proof.address(), pairs.generate(KeyType.RSA_2048));
        X509Certificate signing = authority.issue(new CertificateOrder(
                CertificateProfile.SIGNING,
                new Subject(proof.address()),
                proof.publicKey(),
                CertificateOrder.newSerial(RANDOM),
                NOW.minus(DAY),
                Capabilities.OWN));
        return new IssuedKeys(signing, List.of(encryption), List.of(authority.certificate()));
    }

    /** What the Key Manager answers to a request for both new keys. */
    byte[] renew(RenewalRequest request) {
        SigningRequest proof = SigningRequest.verify(PROVIDERS, request.signingRequest());
        return granted(proof).sealFor(request, new Hpke(PROVIDERS, RANDOM)).sealed();
    }

    /** A list, made an hour ago, with what was revoked the day before. */
    byte[] revocationList(List<BigInteger> revoked) {
        Instant made = NOW.minus(Duration.ofHours(1));
        RevocationList list = new RevocationList(BigInteger.TEN, made, made.plus(RevocationList.LONGEST));
        revoked.forEach(
                serial -> list.add(new RevocationList.Entry(serial, made.minus(DAY), RevocationReason.KEY_COMPROMISE)));
        return authority.signCrl(list);
    }

    /** Whom an address means. */
    List<String> meant(String address) {
        return address.equals("sales@corp.example")
                ? List.of("alice@corp.example", "bob@corp.example")
                : List.of(address);
    }

    RecipientStatus status(String address) {
        if (certificates.containsKey(address)) {
            return RecipientStatus.ENABLED;
        }
        return switch (address) {
            case "carol@corp.example", "dave@corp.example" -> RecipientStatus.NOT_ENABLED;
            case "erin@corp.example" -> RecipientStatus.REVOKED;
            default -> RecipientStatus.UNKNOWN;
        };
    }

    Optional<X509Certificate> certificate(String address) {
        return Optional.ofNullable(certificates.get(address));
    }
}
