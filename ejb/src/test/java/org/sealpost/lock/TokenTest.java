package org.sealpost.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.Provider;
import java.security.Security;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.TestClock;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.UnwrapFailed;
import org.sealpost.model.OpeningKind;
import org.sealpost.settings.TokenConfiguration;

class TokenTest {
    private final TestClock clock = new TestClock();
    private final Passphrase password = Passphrase.copyOf("correct horse battery");
    private final Passphrase pin = Passphrase.copyOf(SoftToken.PIN);
    private final Assembly assembly = KeyManagers.assembly(clock, "ada");
    private final KeyManager keyManager = assembly.get(KeyManager.class);
    private final Keeper keeper = assembly.get(Keeper.class);

    @BeforeEach
    void setUp() {
        use(SoftToken.fresh());
        new TestLock(assembly).setUp(password);
    }

    @AfterEach
    void close() {
        assembly.close();
        password.close();
        pin.close();
    }

    @Test
    void aTokenOpensTheKeyManagerAfterARestart() {
        add();
        assertThat(keeper.view().way(OpeningKind.TOKEN))
                .hasValueSatisfying(way -> assertThat(way.label()).startsWith("sealpost-"));
        restart();
        assembly.run(() -> keyManager.unlock(new Opening.ByToken(pin)));
        assertThat(keyManager.status().state()).isEqualTo(KeyManagerState.RUNNING);
    }

    @Test
    void aWrongPinOpensNothingAndMakesTheNextTryWait() {
        add();
        restart();
        try (Passphrase wrong = Passphrase.copyOf("0000-0000")) {
            assertThatThrownBy(() -> assembly.run(() -> keyManager.unlock(new Opening.ByToken(wrong))))
                    .isInstanceOf(WrongTokenPin.class);
        }
        assertThatThrownBy(() -> assembly.run(() -> keyManager.unlock(new Opening.ByToken(pin))))
                .isInstanceOf(TooManyTries.class);
        clock.pass(Duration.ofSeconds(1));
        assembly.run(() -> keyManager.unlock(new Opening.ByToken(pin)));
    }

    @Test
    void anotherTokenDoesNotOpenIt() {
        add();
        restart();
        use(SoftToken.fresh());
        assertThatThrownBy(() -> assembly.run(() -> keyManager.unlock(new Opening.ByToken(pin))))
                .isInstanceOf(TokenUnavailable.class);
        try (Passphrase any = Passphrase.copyOf("correct horse battery")) {
            assembly.run(() -> keyManager.unlock(new Opening.ByPassword(any)));
        }
    }

    @Test
    void aKeyOfTheSameNameOnAnotherTokenDoesNotOpenItEither() {
        add();
        byte[] before = seed();
        use(SoftToken.fresh());
        add();
        TokenSeeds seeds = assembly.get(TokenSeeds.class);
        assertThatThrownBy(() -> seeds.unwrap(pin, before)).isInstanceOf(UnwrapFailed.class);
    }

    @Test
    void aTokenThatWasRemovedOpensNothing() {
        add();
        assembly.run(() -> keeper.removeToken(password));
        restart();
        assertThatThrownBy(() -> assembly.run(() -> keyManager.unlock(new Opening.ByToken(pin))))
                .isInstanceOf(NoSuchWay.class);
    }

    @Test
    void aMissingLibraryIsToldInWords() {
        use(TokenConfiguration.from(name -> name.endsWith("library") ? "/nowhere/lib.so" : null));
        assertThatThrownBy(() -> keeper.addToken(password, pin)).isInstanceOf(TokenUnavailable.class);
    }

    @Test
    void theTokensProviderIsNotRegisteredWithThePlatform() {
        add();
        assertThat(Security.getProviders()).extracting(Provider::getName).noneMatch(name -> name.contains("Sealpost"));
    }

    private void add() {
        assembly.run(() -> keeper.addToken(password, pin));
    }

    private byte[] seed() {
        return assembly.get(KeyManagerStore.class)
                .load()
                .orElseThrow()
                .ways()
                .way(OpeningKind.TOKEN)
                .wrappedSeed();
    }

    private void use(TokenConfiguration configuration) {
        assembly.get(TokenSeeds.class).configuration = configuration;
    }

    private void restart() {
        assembly.run(keyManager::shutDown);
        assembly.run(keyManager::find);
    }
}
