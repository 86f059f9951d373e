package org.sealpost.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.TestClock;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.UnwrapFailed;
import org.sealpost.model.KeyPurpose;
import org.sealpost.model.OpeningKind;
import org.sealpost.model.WrappedKey;
import org.sealpost.pki.KeyType;

class CustodyTest {
    private final Assembly assembly = KeyManagers.assembly(new TestClock(), "ada");
    private final Custody custody = assembly.get(Custody.class);
    private final Passphrase password = Passphrase.copyOf("correct horse battery");

    @AfterEach
    void close() {
        password.close();
        assembly.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyType.class,
            names = {"EC_P256", "RSA_3072"})
    void whatIsMadeOpensWithItsPassword(KeyType type) {
        StoredKeys made = custody.make(new SetUp("Corp", type, ShareOrder.TWO_OF_THREE, password))
                .stored();
        try (StoredKeys.Opened opened = open(made, password)) {
            assertThat(opened.running().authority().certificate())
                    .isEqualTo(made.publicKeys().authority());
            assertThat(KeyType.of(made.publicKeys().authority().getPublicKey())).contains(type);
            assertThat(opened).hasToString("Opened");
        }
    }

    @Test
    void anotherPasswordOpensNothing() {
        StoredKeys made = make();
        try (Passphrase wrong = Passphrase.copyOf("correct horse batterz")) {
            assertThatThrownBy(() -> open(made, wrong)).isInstanceOf(UnwrapFailed.class);
        }
    }

    @ParameterizedTest
    @EnumSource(KeyPurpose.class)
    void aKeyThatIsAlteredOrStandsInAnothersPlaceDoesNotOpen(KeyPurpose purpose) {
        StoredKeys made = make();
        byte[] altered = made.key(purpose).wrapped();
        altered[altered.length - 1] ^= 1;
        assertThatThrownBy(() -> open(with(made, purpose, altered), password)).isInstanceOf(UnwrapFailed.class);
        KeyPurpose other = purpose == KeyPurpose.AUDIT ? KeyPurpose.KEY_POOL : KeyPurpose.AUDIT;
        byte[] moved = made.key(other).wrapped();
        assertThatThrownBy(() -> open(with(made, purpose, moved), password)).isInstanceOf(UnwrapFailed.class);
    }

    @Test
    void everyKeyOfTheHierarchyMustBeThere() {
        StoredKeys made = make();
        assertThatThrownBy(() -> new StoredKeys(made.record(), Map.of(), made.ways()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoSetUpsShareNoKey() {
        StoredKeys one = make();
        StoredKeys other = make();
        assertThat(one.publicKeys().escrow()).isNotEqualTo(other.publicKeys().escrow());
        assertThat(one.publicKeys().spool()).isNotEqualTo(one.publicKeys().escrow());
        assertThat(one.ways().way(OpeningKind.PASSWORD).hardened().salt())
                .isNotEqualTo(other.ways().way(OpeningKind.PASSWORD).hardened().salt());
    }

    private StoredKeys make() {
        return custody.make(new SetUp("Corp", KeyType.EC_P256, ShareOrder.TWO_OF_THREE, password))
                .stored();
    }

    private StoredKeys.Opened open(StoredKeys stored, Passphrase given) {
        try (MasterKeys masters = assembly.get(OpeningWays.class).open(stored.ways(), new Opening.ByPassword(given))) {
            return custody.open(stored, masters);
        }
    }

    private static StoredKeys with(StoredKeys stored, KeyPurpose purpose, byte[] wrapped) {
        Map<KeyPurpose, WrappedKey> keys = new EnumMap<>(stored.keys());
        keys.put(purpose, new WrappedKey(purpose, 1, wrapped, new byte[65]));
        return new StoredKeys(stored.record(), keys, stored.ways());
    }
}
