package org.sealpost.lock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.Hpke;
import org.sealpost.crypto.KeyWrap;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.PasswordHardening;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.model.KeyManagerRecord;
import org.sealpost.model.KeyManagerRecord.WrappedMasterKey;
import org.sealpost.model.KeyPurpose;
import org.sealpost.model.WrappedKey;
import org.sealpost.pki.CertificateAuthority;
import org.sealpost.pki.CertificateOrder;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.KeyPairs;
import org.sealpost.pki.OwnedKey;
import org.sealpost.settings.ServerConfiguration;

/**
 * The hierarchy of keys: the start-up password, hardened, wraps the master key; the master key wraps every other key,
 * each bound to its purpose. Touches no database, because hardening and making keys take their time.
 */
@ApplicationScoped
class Custody {
    private static final String MASTER = "master-key";
    private static final String ID = "key-manager";
    private static final int KEY_LENGTH = 32;

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

    /** Makes all keys of a new Key Manager. */
    StoredKeys make(SetUp setUp) {
        Instant now = clock.instant();
        Map<KeyPurpose, WrappedKey> keys = new EnumMap<>(KeyPurpose.class);
        try (SecretBytes master = SecretBytes.random(KEY_LENGTH, random);
                OwnedKey root = root(setUp, now)) {
            SecretKey kek = master.asAesKey();
            try (SecretBytes rootKey = SecretBytes.taking(root.privateKey().getEncoded())) {
                add(keys, kek, KeyPurpose.CERTIFICATE_AUTHORITY, rootKey, null);
            }
            for (KeyPurpose purpose : new KeyPurpose[] {KeyPurpose.ESCROW, KeyPurpose.SPOOL}) {
                try (Hpke.Pair pair = hpke.keyPair()) {
                    add(keys, kek, purpose, pair.privateKey(), pair.publicKey());
                }
            }
            for (KeyPurpose purpose : new KeyPurpose[] {KeyPurpose.AUDIT, KeyPurpose.KEY_POOL}) {
                try (SecretBytes secret = SecretBytes.random(KEY_LENGTH, random)) {
                    add(keys, kek, purpose, secret, null);
                }
            }
            KeyManagerRecord record = new KeyManagerRecord(
                    setUp.organisation(),
                    Certificates.der(root.certificate()),
                    underPassword(master, setUp.password()),
                    now);
            return new StoredKeys(record, keys);
        }
    }

    /**
     * Opens every key.
     *
     * @throws org.sealpost.crypto.UnwrapFailed when the password is wrong or a wrapped key was altered
     */
    StoredKeys.Opened open(StoredKeys stored, Passphrase password) {
        WrappedMasterKey wrapped = stored.record().masterKey();
        try (SecretBytes kek = wrapped.hardening().derive(password, wrapped.salt());
                SecretBytes master = keyWrap.unwrap(kek.asAesKey(), wrapped.wrapped(), MASTER, ID)) {
            SecretKey key = master.asAesKey();
            return new StoredKeys.Opened(
                    new RunningKeys(
                            authority(stored, key), escrowKey(stored, key), secret(stored, key, KeyPurpose.KEY_POOL)),
                    secret(stored, key, KeyPurpose.SPOOL),
                    secret(stored, key, KeyPurpose.AUDIT));
        }
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

    private WrappedMasterKey underPassword(SecretBytes master, Passphrase password) {
        byte[] salt = new byte[PasswordHardening.SALT_LENGTH];
        random.nextBytes(salt);
        try (SecretBytes kek = PasswordHardening.RECOMMENDED.derive(password, salt)) {
            byte[] wrapped = keyWrap.wrap(kek.asAesKey(), master.expose(), MASTER, ID);
            return new WrappedMasterKey(PasswordHardening.RECOMMENDED, salt, wrapped);
        }
    }

    private void add(
            Map<KeyPurpose, WrappedKey> keys,
            SecretKey kek,
            KeyPurpose purpose,
            SecretBytes secret,
            byte @Nullable [] publicKey) {
        byte[] wrapped = keyWrap.wrap(kek, secret.expose(), name(purpose), ID);
        keys.put(purpose, new WrappedKey(purpose, wrapped, publicKey));
    }

    private CertificateAuthority authority(StoredKeys stored, SecretKey master) {
        try (SecretBytes encoded = secret(stored, master, KeyPurpose.CERTIFICATE_AUTHORITY)) {
            OwnedKey root = new OwnedKey(
                    providers.privateKey(encoded),
                    Certificates.parse(stored.record().caCertificate()));
            return new CertificateAuthority(providers, root, Publication.under(configuration.httpUrl()));
        }
    }

    private Optional<SecretBytes> escrowKey(StoredKeys stored, SecretKey master) {
        return stored.key(KeyPurpose.ESCROW).surrendered()
                ? Optional.empty()
                : Optional.of(secret(stored, master, KeyPurpose.ESCROW));
    }

    private SecretBytes secret(StoredKeys stored, SecretKey master, KeyPurpose purpose) {
        return keyWrap.unwrap(master, stored.key(purpose).wrapped(), name(purpose), ID);
    }

    private static String name(KeyPurpose purpose) {
        return purpose.name().toLowerCase(Locale.ROOT);
    }
}
