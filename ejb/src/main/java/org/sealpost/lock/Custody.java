package org.sealpost.lock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.Hpke;
import org.sealpost.crypto.KeyWrap;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.model.KeyManagerRecord;
import org.sealpost.model.KeyPurpose;
import org.sealpost.model.WrappedKey;
import org.sealpost.ocsp.Responder;
import org.sealpost.pki.CertificateAuthority;
import org.sealpost.pki.CertificateOrder;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.KeyPairs;
import org.sealpost.pki.OwnedKey;
import org.sealpost.settings.ServerConfiguration;

/**
 * The hierarchy of keys: what opens the Key Manager opens the master key; the master key wraps every other key, each
 * bound to its purpose. Touches no database, because hardening and making keys take their time.
 */
@ApplicationScoped
class Custody {
    private static final String ID = "key-manager";
    private static final int KEY_LENGTH = 32;
    private static final int FIRST = 1;
    private static final List<KeyPurpose> PAIRS = List.of(KeyPurpose.ESCROW, KeyPurpose.SPOOL);
    private static final List<KeyPurpose> SECRETS = List.of(KeyPurpose.AUDIT, KeyPurpose.KEY_POOL, KeyPurpose.BACKUP);

    @Inject
    Providers providers;

    @Inject
    SecureRandom random;

    @Inject
    KeyPairs keyPairs;

    @Inject
    KeyWrap keyWrap;

    @Inject
    Hpke hpke;

    @Inject
    Clock clock;

    @Inject
    ServerConfiguration configuration;

    @Inject
    OpeningWays ways;

    /**
     * Makes all keys of a new Key Manager, and its recovery shares.
     *
     * @param shares shown once, closed by the caller
     */
    record Made(StoredKeys stored, NewShares shares) implements AutoCloseable {
        @Override
        public void close() {
            shares.close();
        }
    }

    /** Makes all keys of a new Key Manager. */
    Made make(SetUp setUp) {
        Instant now = clock.instant();
        Map<KeyPurpose, WrappedKey> keys = new EnumMap<>(KeyPurpose.class);
        try (MasterKeys masters = new MasterKeys(Map.of(FIRST, SecretBytes.random(KEY_LENGTH, random)));
                OwnedKey root = root(setUp, now)) {
            SecretKey kek = masters.kek(FIRST);
            try (SecretBytes rootKey = SecretBytes.taking(root.privateKey().getEncoded())) {
                add(keys, kek, KeyPurpose.CERTIFICATE_AUTHORITY, rootKey, null);
            }
            for (KeyPurpose purpose : PAIRS) {
                try (Hpke.Pair pair = hpke.keyPair()) {
                    add(keys, kek, purpose, pair.privateKey(), pair.publicKey());
                }
            }
            for (KeyPurpose purpose : SECRETS) {
                try (SecretBytes secret = SecretBytes.random(KEY_LENGTH, random)) {
                    add(keys, kek, purpose, secret, null);
                }
            }
            KeyManagerRecord record =
                    new KeyManagerRecord(setUp.organisation(), Certificates.der(root.certificate()), now);
            NewWay password = ways.byPassword(setUp.password(), masters);
            NewShares shares = ways.byShares(setUp.shares(), masters);
            return new Made(new StoredKeys(record, keys, together(password, shares)), shares);
        }
    }

    private static StoredWays together(NewWay password, NewShares shares) {
        return new StoredWays(
                List.of(password.way(), shares.way().way()),
                Stream.of(password, shares.way())
                        .flatMap(way -> way.sealed().stream())
                        .toList(),
                shares.holders());
    }

    /**
     * Opens every key.
     *
     * @throws org.sealpost.crypto.UnwrapFailed when a wrapped key was altered
     */
    StoredKeys.Opened open(StoredKeys stored, MasterKeys masters) {
        return new StoredKeys.Opened(
                new RunningKeys(
                        authority(stored, masters),
                        new Responder(providers),
                        escrowKey(stored, masters),
                        secret(stored, masters, KeyPurpose.KEY_POOL),
                        secret(stored, masters, KeyPurpose.BACKUP)),
                secret(stored, masters, KeyPurpose.SPOOL),
                secret(stored, masters, KeyPurpose.AUDIT));
    }

    /** The same secret under another version of the master key. */
    byte[] rewrapped(WrappedKey key, MasterKeys masters, int version) {
        try (SecretBytes secret = secret(key, masters)) {
            return keyWrap.wrap(masters.kek(version), secret.expose(), name(key.purpose()), ID);
        }
    }

    /** A master key of the version after the newest. */
    SecretBytes newMaster() {
        return SecretBytes.random(KEY_LENGTH, random);
    }

    private OwnedKey root(SetUp setUp, Instant now) {
        return CertificateAuthority.createRoot(
                providers,
                keyPairs,
                new CertificateAuthority.RootOrder(
                        setUp.organisation(),
                        setUp.authorityKey(),
                        CertificateOrder.newSerial(random),
                        now.truncatedTo(ChronoUnit.SECONDS)));
    }

    private void add(
            Map<KeyPurpose, WrappedKey> keys,
            SecretKey kek,
            KeyPurpose purpose,
            SecretBytes secret,
            byte @Nullable [] publicKey) {
        byte[] wrapped = keyWrap.wrap(kek, secret.expose(), name(purpose), ID);
        keys.put(purpose, new WrappedKey(purpose, FIRST, wrapped, publicKey));
    }

    private CertificateAuthority authority(StoredKeys stored, MasterKeys masters) {
        try (SecretBytes encoded = secret(stored, masters, KeyPurpose.CERTIFICATE_AUTHORITY)) {
            OwnedKey root = new OwnedKey(
                    providers.privateKey(encoded),
                    Certificates.parse(stored.record().caCertificate()));
            return new CertificateAuthority(providers, root, Publication.under(configuration.httpUrl()));
        }
    }

    private Optional<SecretBytes> escrowKey(StoredKeys stored, MasterKeys masters) {
        return stored.key(KeyPurpose.ESCROW).surrendered()
                ? Optional.empty()
                : Optional.of(secret(stored, masters, KeyPurpose.ESCROW));
    }

    private SecretBytes secret(StoredKeys stored, MasterKeys masters, KeyPurpose purpose) {
        return secret(stored.key(purpose), masters);
    }

    /** @throws org.sealpost.crypto.UnwrapFailed when the key was altered or is another's */
    SecretBytes secret(WrappedKey key, MasterKeys masters) {
        return keyWrap.unwrap(masters.kek(key.masterVersion()), key.wrapped(), name(key.purpose()), ID);
    }

    private static String name(KeyPurpose purpose) {
        return purpose.name().toLowerCase(Locale.ROOT);
    }
}
