package org.sealpost.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.TestClock;
import org.sealpost.audit.ChainKey;
import org.sealpost.crypto.Passphrase;
import org.sealpost.model.Act;
import org.sealpost.model.AuditQuery;
import org.sealpost.model.AuditRepository;
import org.sealpost.model.SecuritySettingsRepository;
import org.sealpost.pki.KeyType;

class KeyManagerTest {
    private static final String PASSWORD = "correct horse battery";

    private final TestClock clock = new TestClock();
    private final Assembly assembly = KeyManagers.assembly(clock, "ada");
    private final KeyManager keyManager = assembly.get(KeyManager.class);
    private final KeyRing ring = assembly.get(KeyRing.class);

    @AfterEach
    void close() {
        assembly.close();
    }

    @Test
    void isNotThereBeforeTheSetUp() {
        assembly.run(keyManager::find);
        assertThat(keyManager.status().state()).isEqualTo(KeyManagerState.NOT_SET_UP);
        assertThat(keyManager.status().organisation()).isEmpty();
        assertRefused(() -> unlock(PASSWORD), KeyManagerState.NOT_SET_UP);
    }

    @Test
    void runsAfterTheSetUpWithTheFirstFormatsChosen() {
        setUp();
        assertThat(keyManager.status().state()).isEqualTo(KeyManagerState.RUNNING);
        assertThat(keyManager.status().organisation()).contains("Corp & Söhne");
        assertThat(assembly.get(SecuritySettingsRepository.class).current()).isPresent();
        assertThat(acts()).containsExactly(Act.SET_UP);
        assertThat(assembly.get(ChainKey.class).isOpen()).isTrue();
    }

    @Test
    void refusesASecondSetUp() {
        setUp();
        assertRefused(this::setUp, KeyManagerState.RUNNING);
    }

    @Test
    void refusesAShortPasswordBeforeAnythingIsMade() {
        try (Passphrase shortOne = Passphrase.copyOf("elevenchars")) {
            assertThatThrownBy(() ->
                            keyManager.setUp(new SetUp("Corp", KeyType.EC_P256, ShareOrder.TWO_OF_THREE, shortOne)))
                    .isInstanceOf(ShortStartupPassword.class);
        }
        assertThat(keyManager.status().state()).isEqualTo(KeyManagerState.NOT_SET_UP);
    }

    @Test
    void isLockedAfterARestartUntilThePasswordComes() {
        setUp();
        restart();
        assertThat(keyManager.status().state()).isEqualTo(KeyManagerState.LOCKED);
        assertThatThrownBy(ring::requireRunning)
                .isInstanceOfSatisfying(
                        KeyManagerUnavailable.class, e -> assertThat(e.code()).isEqualTo("key-manager-locked"));
        unlock(PASSWORD);
        assertThat(keyManager.status().state()).isEqualTo(KeyManagerState.RUNNING);
        assertThat(acts()).containsExactly(Act.UNLOCK, Act.SET_UP);
    }

    @Test
    void aWrongPasswordOpensNothingAndMakesTheNextTryWait() {
        setUp();
        restart();
        assertThatThrownBy(() -> unlock("wrong password!")).isInstanceOf(WrongStartupPassword.class);
        assertThatThrownBy(() -> unlock(PASSWORD)).isInstanceOf(TooManyTries.class);
        assertThat(keyManager.status().state()).isEqualTo(KeyManagerState.LOCKED);
        clock.pass(Duration.ofSeconds(1));
        unlock(PASSWORD);
        assertThat(keyManager.status().state()).isEqualTo(KeyManagerState.RUNNING);
    }

    @Test
    void stoppingTakesTheKeysAndLeavesTheSpool() {
        setUp();
        byte[] waiting = ring.sealToSpool(new byte[] {1, 2, 3}, "job 1");
        assembly.run(keyManager::stop);
        assertThat(keyManager.status().state()).isEqualTo(KeyManagerState.STOPPED);
        assertThatThrownBy(ring::requireRunning).isInstanceOf(KeyManagerUnavailable.class);
        assertThat(ring.openFromSpool(waiting, "job 1").expose()).containsExactly(1, 2, 3);
        assertThat(assembly.get(ChainKey.class).isOpen()).isFalse();
        assertRefused(() -> assembly.run(keyManager::stop), KeyManagerState.STOPPED);
        assertRefused(() -> unlock(PASSWORD), KeyManagerState.STOPPED);
        start();
        ring.requireRunning();
    }

    @Test
    void theAuthorityIsTheSameAfterARestart() {
        setUp();
        byte[] before =
                ring.use(keys -> keys.authority().certificate().getPublicKey().getEncoded());
        restart();
        unlock(PASSWORD);
        byte[] after =
                ring.use(keys -> keys.authority().certificate().getPublicKey().getEncoded());
        assertThat(after).isEqualTo(before);
    }

    private void setUp() {
        try (Passphrase password = Passphrase.copyOf(PASSWORD)) {
            assembly.run(() ->
                    keyManager.setUp(new SetUp("Corp & Söhne", KeyType.EC_P256, ShareOrder.TWO_OF_THREE, password)));
        }
    }

    private void unlock(String text) {
        try (Passphrase password = Passphrase.copyOf(text)) {
            assembly.run(() -> keyManager.unlock(new Opening.ByPassword(password)));
        }
    }

    private void start() {
        try (Passphrase password = Passphrase.copyOf(PASSWORD)) {
            assembly.run(() -> keyManager.start(new Opening.ByPassword(password)));
        }
    }

    private void restart() {
        assembly.run(keyManager::shutDown);
        assembly.run(keyManager::find);
    }

    private List<Act> acts() {
        return assembly.get(AuditRepository.class).page(AuditQuery.ALL, Optional.empty(), 10).rows().stream()
                .map(entry -> entry.said().act())
                .toList();
    }

    private static void assertRefused(Runnable verb, KeyManagerState state) {
        assertThatThrownBy(verb::run).isInstanceOfSatisfying(WrongKeyManagerState.class, e -> assertThat(e.arguments())
                .containsExactly(state));
    }
}
