package org.sealpost.lock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sealpost.audit.Caller;
import org.sealpost.crypto.Hpke;
import org.sealpost.crypto.KeyFingerprint;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.PasswordHardening;
import org.sealpost.crypto.RecoveryShare;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.crypto.SecretSharing;
import org.sealpost.model.OpeningKind;
import org.sealpost.model.OpeningWay;
import org.sealpost.model.OpeningWay.Hardened;
import org.sealpost.model.OpeningWay.Making;
import org.sealpost.model.SealedMasterKey;

/**
 * The ways to open the master key. Each comes down to a seed of 32 bytes — the hardened password, the secret that was
 * split, what the token gives — and the seed to a pair, to whose public half the master key is sealed. So a new master
 * key can be sealed to every way without asking anybody for a secret.
 */
@ApplicationScoped
class OpeningWays {
    private static final byte[] MASTER = "sealpost master key 1".getBytes(StandardCharsets.US_ASCII);

    @Inject
    Hpke hpke;

    @Inject
    SecureRandom random;

    @Inject
    Clock clock;

    @Inject
    Caller caller;

    @Inject
    TokenSeeds tokens;

    @Inject
    PasswordHardening cost;

    /** Makes the start-up password's way. Takes the time of one hardening. */
    NewWay byPassword(Passphrase password, MasterKeys masters) {
        byte[] salt = new byte[PasswordHardening.SALT_LENGTH];
        random.nextBytes(salt);
        Hardened hardened = new Hardened(cost, salt);
        try (SecretBytes seed = hardened.cost().derive(password, salt);
                Hpke.Pair pair = hpke.derive(seed)) {
            return sealed(OpeningWay.byPassword(pair.publicKey(), hardened, making()), masters);
        }
    }

    /** Makes a new set of recovery shares. */
    NewShares byShares(ShareOrder order, MasterKeys masters) {
        int made = order.holders().size();
        try (SecretBytes seed = SecretBytes.random(RecoveryShare.LENGTH, random);
                Hpke.Pair pair = hpke.derive(seed)) {
            OpeningWay way = OpeningWay.byShares(pair.publicKey(), order.needed(), made, making());
            List<RecoveryShare> shares =
                    new SecretSharing(random).split(seed, KeyFingerprint.of(pair.publicKey()), order.needed(), made);
            return new NewShares(sealed(way, masters), shares, order);
        }
    }

    /** Makes the token's way: a fresh seed under the key on the token, which is made when it is missing. */
    NewWay byToken(Passphrase pin, MasterKeys masters) {
        try (SecretBytes seed = SecretBytes.random(RecoveryShare.LENGTH, random);
                Hpke.Pair pair = hpke.derive(seed)) {
            byte[] wrapped = tokens.wrap(pin, seed);
            return sealed(OpeningWay.byToken(pair.publicKey(), tokens.label(), wrapped, making()), masters);
        }
    }

    /**
     * Opens every version of the master key.
     *
     * @throws org.sealpost.crypto.UnwrapFailed when what was given does not fit
     * @throws NoSuchWay when there is no such way
     * @throws SharesRefused when shares are too few
     * @throws WrongShare when one of the shares is wrong
     */
    MasterKeys open(StoredWays stored, Opening opening) {
        OpeningWay way = stored.way(opening.kind());
        Map<Integer, SecretBytes> opened = new HashMap<>();
        try (SecretBytes seed = seed(stored, opening);
                Hpke.Pair pair = hpke.derive(seed)) {
            for (SealedMasterKey sealed : stored.sealedTo(way.kind())) {
                byte[] aad = aad(sealed.kind(), sealed.version());
                opened.put(sealed.version(), hpke.open(pair.privateKey(), MASTER, aad, sealed.sealed()));
            }
        }
        return new MasterKeys(opened);
    }

    /** One version of the master key for one way. */
    SealedMasterKey seal(OpeningWay way, int version, SecretBytes master) {
        byte[] sealed = hpke.seal(way.publicKey(), MASTER, aad(way.kind(), version), master.expose());
        return new SealedMasterKey(way.kind(), version, sealed);
    }

    /** Who makes something, and now. */
    Making making() {
        return new Making(caller.name(), clock.instant());
    }

    private NewWay sealed(OpeningWay way, MasterKeys masters) {
        return new NewWay(
                way,
                masters.versions().stream()
                        .map(version -> seal(way, version, masters.secret(version)))
                        .toList());
    }

    private SecretBytes seed(StoredWays stored, Opening opening) {
        if (opening instanceof Opening.ByPassword given) {
            Hardened hardened = stored.way(OpeningKind.PASSWORD).hardened();
            return hardened.cost().derive(given.password(), hardened.salt());
        }
        if (opening instanceof Opening.ByShares given) {
            stored.requireFitting(given.shares());
            return SecretSharing.combine(given.shares());
        }
        return tokens.unwrap(
                ((Opening.ByToken) opening).pin(), stored.way(OpeningKind.TOKEN).wrappedSeed());
    }

    private static byte[] aad(OpeningKind kind, int version) {
        return (kind.name() + ' ' + version).getBytes(StandardCharsets.US_ASCII);
    }
}
