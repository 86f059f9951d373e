package org.sealpost.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.TestClock;
import org.sealpost.crypto.Passphrase;
import org.sealpost.model.KeyManagerRepository;
import org.sealpost.model.OpeningKind;
import org.sealpost.pki.KeyType;

class SetUpProofTest {
    private static final String PASSWORD = "correct horse battery";

    private final TestClock clock = new TestClock();
    private final Assembly assembly = KeyManagers.assembly(clock, "ada");
    private final KeyManager keyManager = assembly.get(KeyManager.class);

    @AfterEach
    void close() {
        assembly.close();
    }

    @Test
    void preparingStoresNothing() {
        List<HandedShare> shares = prepare();
        assertThat(shares).hasSize(3).extracting(HandedShare::holder).containsExactly("Ada", "Bob", "Cleo");
        assertThat(keyManager.sharesToProve()).isEqualTo(2);
        assertThat(keyManager.status().state()).isEqualTo(KeyManagerState.NOT_SET_UP);
        assertThat(assembly.inTransaction(
                        () -> assembly.get(KeyManagerRepository.class).find()))
                .isEmpty();
    }

    @Test
    void runsOnceThePasswordAndEnoughSharesWereTypedAgain() {
        List<HandedShare> shares = prepare();
        complete(PASSWORD, shares.get(2).text(), shares.get(0).text());
        assertThat(keyManager.status().state()).isEqualTo(KeyManagerState.RUNNING);
        assertThat(keyManager.sharesToProve()).isZero();
        assertThat(assembly.get(KeyManagerStore.class)
                        .load()
                        .orElseThrow()
                        .ways()
                        .ways())
                .extracting(way -> way.kind())
                .containsExactly(OpeningKind.PASSWORD, OpeningKind.SHARES);
    }

    @Test
    void aPasswordThatIsNotTypedTheSameAgainCompletesNothing() {
        List<HandedShare> shares = prepare();
        assertThatThrownBy(() -> complete(
                        "correct horse batterie",
                        shares.get(0).text(),
                        shares.get(1).text()))
                .isInstanceOf(WrongStartupPassword.class);
        assertThat(keyManager.status().state()).isEqualTo(KeyManagerState.NOT_SET_UP);
        clock.pass(Duration.ofSeconds(1));
        complete(PASSWORD, shares.get(0).text(), shares.get(1).text());
        assertThat(keyManager.status().state()).isEqualTo(KeyManagerState.RUNNING);
    }

    @Test
    void tooFewSharesOrTheSameTwiceCompleteNothing() {
        List<HandedShare> shares = prepare();
        assertThatThrownBy(() -> complete(PASSWORD, shares.get(0).text()))
                .isInstanceOfSatisfying(SharesRefused.class, e -> {
                    assertThat(e.code()).isEqualTo("too-few-shares");
                    assertThat(e.arguments()).containsExactly(1, 2);
                });
        assertThatThrownBy(() ->
                        complete(PASSWORD, shares.get(0).text(), shares.get(0).text()))
                .isInstanceOfSatisfying(
                        SharesRefused.class, e -> assertThat(e.code()).isEqualTo("share-twice"));
    }

    @Test
    void sharesOfASetThatWasPreparedBeforeAreNamedAsSuch() {
        List<HandedShare> old = prepare();
        List<HandedShare> shares = prepare();
        assertThatThrownBy(() ->
                        complete(PASSWORD, shares.get(0).text(), old.get(1).text()))
                .isInstanceOfSatisfying(WrongShare.class, e -> {
                    assertThat(e.code()).isEqualTo("share-of-another-set");
                    assertThat(e.arguments())
                            .containsExactly(2, old.get(1).set(), shares.get(0).set());
                });
    }

    @Test
    void theProofIsDueWithinAnHourOrAllBeginsAnew() {
        List<HandedShare> shares = prepare();
        clock.pass(Duration.ofMinutes(61));
        assertThat(keyManager.sharesToProve()).isZero();
        assertThatThrownBy(() ->
                        complete(PASSWORD, shares.get(0).text(), shares.get(1).text()))
                .isInstanceOf(NothingPrepared.class);
    }

    @Test
    void whatWasDroppedCannotBeCompleted() {
        List<HandedShare> shares = prepare();
        keyManager.dropPrepared();
        assertThatThrownBy(() ->
                        complete(PASSWORD, shares.get(0).text(), shares.get(1).text()))
                .isInstanceOf(NothingPrepared.class);
    }

    @Test
    void aSecondSetUpIsRefusedAtOnce() {
        List<HandedShare> shares = prepare();
        complete(PASSWORD, shares.get(0).text(), shares.get(1).text());
        assertThatThrownBy(this::prepare).isInstanceOf(WrongKeyManagerState.class);
    }

    @Test
    void setsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new ShareOrder(3, List.of("Ada", "Bob"))).isInstanceOf(SharesRefused.class);
        assertThatThrownBy(() -> new ShareOrder(1, List.of("Ada", "Bob"))).isInstanceOf(SharesRefused.class);
    }

    private List<HandedShare> prepare() {
        ShareOrder order = new ShareOrder(2, List.of("Ada", "Bob", "Cleo"));
        try (Passphrase password = Passphrase.copyOf(PASSWORD);
                NewShares shares = assembly.inTransaction(
                        () -> keyManager.prepare(new SetUp("Corp", KeyType.EC_P256, order, password)))) {
            return shares.handed();
        }
    }

    private void complete(String text, String... typed) {
        try (Proof proof = new Proof(Passphrase.copyOf(text), Proof.shares(List.of(typed)))) {
            assembly.run(() -> keyManager.complete(proof));
        }
    }
}
