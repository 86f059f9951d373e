package org.sealpost.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.TestClock;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.UnwrapFailed;
import org.sealpost.lock.KeyManagerUnavailable;
import org.sealpost.lock.TestLock;
import org.sealpost.pki.KeyPairs;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;

class KeyPoolTest {
    private static final KeyType KEPT = KeyType.RSA_3072;
    private static final KeyPair RSA = new KeyPairs(Providers.best(), new SecureRandom()).generate(KEPT);

    private final Assembly assembly = KeyManagers.assembly(new TestClock(), "ada");
    private final KeyPool pool = assembly.get(KeyPool.class);
    private final TestLock lock = new TestLock(assembly);

    @BeforeEach
    void setUp() {
        try (Passphrase password = Passphrase.copyOf("correct horse battery")) {
            lock.setUp(password);
        }
    }

    @AfterEach
    void close() {
        assembly.close();
    }

    @Test
    void aPairFromTheStockIsWhatWasPutIn() {
        assembly.run(() -> pool.put(RSA));
        assertThat(assembly.inTransaction(pool::size)).isEqualTo(1);
        KeyPair taken = assembly.inTransaction(() -> pool.take(KEPT));
        assertThat(taken.getPublic().getEncoded()).isEqualTo(RSA.getPublic().getEncoded());
        assertThat(OwnedKey.belongTogether(Providers.best(), taken.getPrivate(), RSA.getPublic()))
                .isTrue();
        assertThat(assembly.inTransaction(pool::size)).isZero();
    }

    @Test
    void aRollBackPutsThePairBack() {
        assembly.run(() -> pool.put(RSA));
        assertThatThrownBy(() -> assembly.run(() -> {
                    pool.take(KEPT);
                    throw new IllegalStateException("escrow failed");
                }))
                .hasMessage("escrow failed");
        assertThat(assembly.inTransaction(pool::size)).isEqualTo(1);
    }

    @Test
    void anEmptyStockIsProvidedForBeforeTheTransactionThatTakesAPair() {
        Provision provision = assembly.get(Provision.class);
        assembly.run(() -> provision.make(KeyType.EC_P256));
        assertThat(assembly.inTransaction(pool::size)).isZero();
        assembly.run(() -> provision.make(KEPT));
        assertThat(assembly.inTransaction(pool::size)).isEqualTo(1);
        assembly.run(() -> provision.make(KEPT));
        assertThat(assembly.inTransaction(pool::size)).isEqualTo(1);
    }

    @Test
    void nothingIsProvidedWhileTheKeyManagerIsStopped() {
        lock.stop();
        Provision provision = assembly.get(Provision.class);
        assertThatThrownBy(() -> assembly.run(() -> provision.make(KEPT))).isInstanceOf(KeyManagerUnavailable.class);
    }

    @Test
    void withoutStockAPairIsMadeOnTheSpot() {
        assertThat(KeyType.of(
                        assembly.inTransaction(() -> pool.take(KeyType.EC_P384)).getPublic()))
                .contains(KeyType.EC_P384);
    }

    @Test
    void thePrivateHalfIsNotInTheDatabaseInClear() {
        assembly.run(() -> pool.put(RSA));
        byte[] wrapped = (byte[]) assembly.get(EntityManager.class)
                .createNativeQuery("select wrapped_private_key from pooled_key", byte[].class)
                .getSingleResult();
        byte[] clear = RSA.getPrivate().getEncoded();
        assertThat(new String(wrapped, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(Arrays.copyOfRange(clear, 40, 56), StandardCharsets.ISO_8859_1));
    }

    @Test
    void aRowUnderAnotherIdDoesNotOpen() {
        assembly.run(() -> pool.put(RSA));
        assembly.run(() -> assembly.get(EntityManager.class)
                .createNativeQuery("update pooled_key set id = random_uuid()")
                .executeUpdate());
        assertThatThrownBy(() -> assembly.run(() -> pool.take(KEPT))).isInstanceOf(UnwrapFailed.class);
    }

    @Test
    void nothingGoesInOrOutWhileStopped() {
        assembly.run(() -> pool.put(RSA));
        lock.stop();
        assertThatThrownBy(() -> assembly.run(() -> pool.put(RSA))).isInstanceOf(KeyManagerUnavailable.class);
        assertThatThrownBy(() -> assembly.run(() -> pool.take(KEPT))).isInstanceOf(KeyManagerUnavailable.class);
    }
}
