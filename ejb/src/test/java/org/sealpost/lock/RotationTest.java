package org.sealpost.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.TestClock;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.crypto.UnwrapFailed;
import org.sealpost.model.KeyPurpose;
import org.sealpost.model.OpeningKind;
import org.sealpost.model.WrappedKey;

class RotationTest {
    private final Passphrase password = Passphrase.copyOf("correct horse battery");
    private final Assembly assembly = KeyManagers.assembly(new TestClock(), "ada");
    private final KeyManager keyManager = assembly.get(KeyManager.class);
    private final Rotation rotation = assembly.get(Rotation.class);
    private final RotationStore store = assembly.get(RotationStore.class);
    private List<HandedShare> shares = List.of();

    @BeforeEach
    void setUp() {
        shares = new TestLock(assembly).setUp(password);
    }

    @AfterEach
    void close() {
        assembly.close();
        password.close();
    }

    @Test
    void everyKeyHangsUnderTheNewVersionAndTheOldOneIsGone() {
        StoredKeys before = stored();
        assembly.run(() -> rotation.rotate(password));
        StoredKeys after = stored();
        assertThat(after.keys().values()).allMatch(key -> key.masterVersion() == 2);
        assertThat(after.ways().sealed()).allMatch(key -> key.version() == 2);
        for (KeyPurpose purpose : KeyPurpose.values()) {
            assertThat(after.key(purpose).wrapped())
                    .isNotEqualTo(before.key(purpose).wrapped());
        }
    }

    @Test
    void passwordAndSharesOpenTheNewVersionWithoutHavingBeenAskedForTheShares() {
        byte[] authority = authority();
        assembly.run(() -> rotation.rotate(password));
        restart();
        assembly.run(() -> keyManager.unlock(new Opening.ByPassword(password)));
        assertThat(authority()).isEqualTo(authority);
        restart();
        try (Opening.ByShares given = new Opening.ByShares(
                Proof.shares(List.of(shares.get(1).text(), shares.get(2).text())))) {
            assembly.run(() -> keyManager.unlock(given));
        }
        assertThat(authority()).isEqualTo(authority);
    }

    @Test
    void theOldMasterKeyOpensNothingOfTheNewOne() {
        StoredKeys before = stored();
        try (MasterKeys old = opened(before)) {
            assembly.run(() -> rotation.rotate(password));
            WrappedKey moved = stored().key(KeyPurpose.CERTIFICATE_AUTHORITY);
            Custody custody = assembly.get(Custody.class);
            WrappedKey claimed = new WrappedKey(moved.purpose(), 1, moved.wrapped(), null);
            assertThatThrownBy(() -> custody.secret(claimed, old)).isInstanceOf(UnwrapFailed.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 6})
    void aCrashInTheMiddleIsGoneOnWithAtTheNextOpening(int moved) {
        crashAfter(moved);
        assertThat(stored().ways().sealedTo(OpeningKind.PASSWORD)).hasSize(2);
        restart();
        assembly.run(() -> keyManager.unlock(new Opening.ByPassword(password)));
        assertThat(keyManager.status().state()).isEqualTo(KeyManagerState.RUNNING);
        assertThat(stored().keys().values()).allMatch(key -> key.masterVersion() == 2);
        assertThat(stored().ways().sealedTo(OpeningKind.PASSWORD)).hasSize(1);
        restart();
        assembly.run(() -> keyManager.unlock(new Opening.ByPassword(password)));
    }

    @Test
    void anInterruptedOneIsGoneOnWithByTheSameButton() {
        crashAfter(2);
        assembly.run(() -> rotation.rotate(password));
        assertThat(stored().ways().sealed()).allMatch(key -> key.version() == 2);
    }

    @Test
    void aPasswordThatWasChangedInBetweenOpensBothVersions() {
        crashAfter(2);
        try (Passphrase other = Passphrase.copyOf("another long password")) {
            assembly.run(() -> assembly.get(Keeper.class).changePassword(password, other));
            restart();
            assembly.run(() -> keyManager.unlock(new Opening.ByPassword(other)));
        }
        assertThat(stored().keys().values()).allMatch(key -> key.masterVersion() == 2);
    }

    @Test
    void aWayMadeForTheOldVersionAloneIsRefusedOnceThereIsANewOne() {
        Keeper keeper = assembly.get(Keeper.class);
        List<HandedShare> fresh;
        try (NewShares made = assembly.inTransaction(() -> keeper.prepareShares(password, ShareOrder.TWO_OF_THREE))) {
            fresh = made.handed();
        }
        assembly.run(() -> rotation.rotate(password));
        assertThatThrownBy(() -> assembly.run(() -> keeper.proveShares(
                        List.of(fresh.get(0).text(), fresh.get(1).text()))))
                .isInstanceOf(CustodyChanged.class);
        assertThat(stored().ways().way(OpeningKind.SHARES).fingerprint())
                .isEqualTo(shares.get(0).set());
    }

    @Test
    void twoAtOnceMakeOneNewVersion() {
        try (MasterKeys masters = opened(stored());
                SecretBytes other = SecretBytes.taking(new byte[32])) {
            assembly.run(() -> rotation.rotate(password));
            masters.add(2, other);
            assertThatThrownBy(() -> assembly.run(() -> store.begin(masters))).isInstanceOf(CustodyChanged.class);
        }
    }

    @Test
    void aWrongPasswordReplacesNothing() {
        try (Passphrase wrong = Passphrase.copyOf("another password")) {
            assertThatThrownBy(() -> rotation.rotate(wrong)).isInstanceOf(WrongStartupPassword.class);
        }
        assertThat(stored().keys())
                .allSatisfy((purpose, key) -> assertThat(key.masterVersion()).isEqualTo(1));
        assertThat(Map.copyOf(stored().keys())).hasSize(KeyPurpose.values().length);
    }

    /** What a process leaves behind that was ended after it had moved so many keys. */
    private void crashAfter(int moved) {
        try (MasterKeys masters = opened(stored())) {
            Custody custody = assembly.get(Custody.class);
            masters.add(2, custody.newMaster());
            assembly.run(() -> store.begin(masters));
            List<WrappedKey> left = assembly.inTransaction(() -> store.left(2));
            for (WrappedKey key : left.subList(0, moved)) {
                assembly.run(() -> store.move(key.purpose(), 2, custody.rewrapped(key, masters, 2)));
            }
        }
    }

    private MasterKeys opened(StoredKeys stored) {
        return assembly.get(OpeningWays.class).open(stored.ways(), new Opening.ByPassword(password));
    }

    private StoredKeys stored() {
        return assembly.inTransaction(() -> assembly.get(KeyManagerStore.class).stored());
    }

    private byte[] authority() {
        return assembly.get(KeyRing.class)
                .use(keys -> keys.authority().certificate().getPublicKey().getEncoded());
    }

    private void restart() {
        assembly.run(keyManager::shutDown);
        assembly.run(keyManager::find);
    }
}
