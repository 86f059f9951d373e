package org.sealpost.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.TestClock;
import org.sealpost.crypto.MistypedShare;
import org.sealpost.crypto.Passphrase;
import org.sealpost.model.Act;
import org.sealpost.model.AuditQuery;
import org.sealpost.model.AuditRepository;
import org.sealpost.model.OpeningKind;
import org.sealpost.pki.KeyType;

class KeeperTest {
    private static final String PASSWORD = "correct horse battery";
    private static final String OTHER = "another long password";
    private static final ShareOrder ORDER = new ShareOrder(3, List.of("A", "B", "C", "D", "E"));

    private final TestClock clock = new TestClock();
    private final Assembly assembly = KeyManagers.assembly(clock, "ada");
    private final KeyManager keyManager = assembly.get(KeyManager.class);
    private final Keeper keeper = assembly.get(Keeper.class);
    private List<HandedShare> shares = List.of();

    @BeforeEach
    void setUp() {
        try (Passphrase password = Passphrase.copyOf(PASSWORD);
                NewShares made = assembly.inTransaction(() ->
                        keyManager.setUp(new SetUp("Corp", KeyType.EC_P256, ShareOrder.TWO_OF_THREE, password)))) {
            shares = made.handed();
        }
    }

    @AfterEach
    void close() {
        assembly.close();
    }

    @Test
    void aChangedPasswordOpensAndTheOldOneDoesNot() {
        String before = keeper.view().way(OpeningKind.PASSWORD).orElseThrow().fingerprint();
        assembly.run(() -> change(PASSWORD, OTHER));
        assertThat(keeper.view().way(OpeningKind.PASSWORD).orElseThrow().fingerprint())
                .isNotEqualTo(before);
        restart();
        assertThatThrownBy(() -> unlock(PASSWORD)).isInstanceOf(WrongStartupPassword.class);
        clock.pass(Duration.ofSeconds(1));
        unlock(OTHER);
        assertThat(acts()).containsExactly(Act.UNLOCK, Act.CHANGE_STARTUP_PASSWORD, Act.SET_UP);
    }

    @Test
    void changingThePasswordNeedsTheOldOneAndALongNewOne() {
        assertThatThrownBy(() -> change("wrong password", OTHER)).isInstanceOf(WrongStartupPassword.class);
        assertThatThrownBy(() -> change(PASSWORD, "elevenchars")).isInstanceOf(ShortStartupPassword.class);
        assertThatThrownBy(() -> change(PASSWORD, OTHER)).isInstanceOf(TooManyTries.class);
    }

    @Test
    void sharesReplaceALostPassword() {
        restart();
        recover(OTHER, shares.get(0).text(), shares.get(2).text());
        assertThat(keyManager.status().state()).isEqualTo(KeyManagerState.RUNNING);
        restart();
        unlock(OTHER);
        assertThat(acts()).containsExactly(Act.UNLOCK, Act.RECOVER_STARTUP, Act.SET_UP);
        assertThat(details()).contains("shares 1, 3");
    }

    @Test
    void sharesReplaceAPasswordThatIsForgottenWhileAllRuns() {
        recover(OTHER, shares.get(0).text(), shares.get(1).text());
        assertThat(keyManager.status().state()).isEqualTo(KeyManagerState.RUNNING);
        restart();
        unlock(OTHER);
    }

    @Test
    void wrongSharesOpenNothingAndMakeTheNextTryWait() {
        restart();
        List<HandedShare> foreign;
        try (NewShares made = assembly.inTransaction(() -> prepareShares(ShareOrder.TWO_OF_THREE))) {
            foreign = made.handed();
        }
        assertThatThrownBy(() ->
                        recover(OTHER, shares.get(0).text(), foreign.get(1).text()))
                .isInstanceOf(WrongShare.class);
        assertThatThrownBy(
                        () -> recover(OTHER, shares.get(0).text(), shares.get(1).text()))
                .isInstanceOf(TooManyTries.class);
        clock.pass(Duration.ofSeconds(1));
        assertThatThrownBy(() -> recover(OTHER, shares.get(0).text() + "X")).isInstanceOf(MistypedShare.class);
        assertThatThrownBy(() ->
                        recover("short", shares.get(0).text(), shares.get(1).text()))
                .isInstanceOf(ShortStartupPassword.class);
        assertThat(keyManager.status().state()).isEqualTo(KeyManagerState.LOCKED);
        recover(OTHER, shares.get(0).text(), shares.get(1).text());
    }

    @Test
    void aNewSetCountsOnlyOnceItIsProvedAndThenTheOldOneIsDead() {
        List<HandedShare> fresh;
        try (NewShares made = assembly.inTransaction(() -> prepareShares(ORDER))) {
            fresh = made.handed();
        }
        assertThat(keeper.sharesToProve()).isEqualTo(3);
        assertThat(keeper.view().holders()).hasSize(3);
        assembly.run(() -> keeper.proveShares(List.of(
                fresh.get(4).text(), "", fresh.get(1).text(), fresh.get(2).text())));
        assertThat(keeper.view().holders())
                .extracting(CustodyView.Holder::name)
                .containsExactly("A", "B", "C", "D", "E");
        assertThat(keeper.view().way(OpeningKind.SHARES).orElseThrow().needed()).isEqualTo(3);
        restart();
        assertThatThrownBy(
                        () -> recover(OTHER, shares.get(0).text(), shares.get(1).text()))
                .isInstanceOfSatisfying(
                        WrongShare.class, e -> assertThat(e.code()).isEqualTo("share-of-another-set"));
        clock.pass(Duration.ofSeconds(1));
        recover(OTHER, IntStream.of(0, 1, 3).mapToObj(i -> fresh.get(i).text()).toArray(String[]::new));
        assertThat(keyManager.status().state()).isEqualTo(KeyManagerState.RUNNING);
    }

    @Test
    void aSetThatIsNotProvedLeavesThePresentOne() {
        assembly.inTransaction(() -> prepareShares(ORDER)).close();
        assertThatThrownBy(() -> keeper.proveShares(
                        List.of(shares.get(0).text(), shares.get(1).text())))
                .isInstanceOf(WrongShare.class);
        clock.pass(Duration.ofSeconds(1));
        keeper.dropPrepared();
        assertThatThrownBy(() -> keeper.proveShares(List.of())).isInstanceOf(NothingPrepared.class);
        restart();
        recover(OTHER, shares.get(0).text(), shares.get(1).text());
    }

    @Test
    void withoutATokenThereIsNothingToRemoveOrToOpenWith() {
        try (Passphrase password = Passphrase.copyOf(PASSWORD)) {
            assertThatThrownBy(() -> keeper.removeToken(password)).isInstanceOf(NoSuchWay.class);
            assertThatThrownBy(() -> keeper.addToken(password, password)).isInstanceOf(TokenUnavailable.class);
            restart();
            assertThatThrownBy(() -> assembly.run(() -> keyManager.unlock(new Opening.ByToken(password))))
                    .isInstanceOf(NoSuchWay.class);
        }
        assertThat(keeper.view().tokenConfigured()).isFalse();
    }

    private NewShares prepareShares(ShareOrder order) {
        try (Passphrase password = Passphrase.copyOf(PASSWORD)) {
            return keeper.prepareShares(password, order);
        }
    }

    private void change(String old, String changed) {
        try (Passphrase was = Passphrase.copyOf(old);
                Passphrase will = Passphrase.copyOf(changed)) {
            keeper.changePassword(was, will);
        }
    }

    private void recover(String password, String... typed) {
        try (Passphrase chosen = Passphrase.copyOf(password);
                Opening.ByShares given = new Opening.ByShares(Proof.shares(List.of(typed)))) {
            assembly.run(() -> keyManager.recover(given, chosen));
        }
    }

    private void unlock(String text) {
        try (Passphrase password = Passphrase.copyOf(text)) {
            assembly.run(() -> keyManager.unlock(new Opening.ByPassword(password)));
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

    private List<String> details() {
        return assembly.get(AuditRepository.class).page(AuditQuery.ALL, Optional.empty(), 10).rows().stream()
                .map(entry -> entry.said().details())
                .toList();
    }
}
