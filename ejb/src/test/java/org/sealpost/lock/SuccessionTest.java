package org.sealpost.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.assembly.Databases;
import org.sealpost.audit.ChainKey;
import org.sealpost.lease.HeldElsewhere;
import org.sealpost.lock.ServiceStanding.Role;
import org.sealpost.model.Act;
import org.sealpost.model.FencedOff;

/** Two servers on one database: one of them runs the Key Manager. */
@ParameterizedClass
@EnumSource(Databases.class)
class SuccessionTest {
    private final DataSource database;

    @TempDir
    private Path folder;

    private LeaseServer first;
    private LeaseServer second;

    SuccessionTest(Databases make) {
        database = make.fresh();
    }

    @BeforeEach
    void open() throws IOException {
        Path secret = Files.writeString(folder.resolve("startup-password"), LeaseServer.PASSWORD + "\n");
        first = new LeaseServer(database, "first", Optional.of(secret));
        second = new LeaseServer(database, "second", Optional.of(secret));
        first.setUp();
    }

    @AfterEach
    void close() {
        second.close();
        first.close();
    }

    @Test
    void theSecondNamesTheHolderAndStandsByWithWhatMailNeeds() {
        byte[] waiting = first.ring.sealToSpool(new byte[] {1, 2}, "job 1");
        second.start();
        second.assertState(KeyManagerState.PASSIVE);
        second.tick(1);
        assertThat(second.standing().role()).isEqualTo(Role.PASSIVE);
        assertThat(second.standing().holder()).isEqualTo("first");
        assertThat(second.standing().server()).isEqualTo("second");
        assertThat(second.ring.openFromSpool(waiting, "job 1").expose()).containsExactly(1, 2);
        assertThat(second.assembly.get(ChainKey.class).isOpen()).isFalse();
        assertThatThrownBy(second.ring::requireRunning).isInstanceOfSatisfying(KeyManagerUnavailable.class, e -> {
            assertThat(e.code()).isEqualTo("key-manager-passive");
            assertThat(e.arguments()).containsExactly("first (https://first.example)");
        });
        assertThatThrownBy(() -> second.unlock(LeaseServer.PASSWORD)).isInstanceOf(HeldElsewhere.class);
        first.assertState(KeyManagerState.RUNNING);
    }

    @Test
    void theHolderKeepsItBySignsOfLife() {
        second.start();
        first.runOut();
        first.tick(3);
        second.tick(3);
        second.assertState(KeyManagerState.PASSIVE);
        first.assertState(KeyManagerState.RUNNING);
        assertThat(first.standing().role()).isEqualTo(Role.HOLDER);
    }

    @Test
    void theSecondTakesOverFromADeadHolder() {
        second.start();
        second.runOut();
        second.tick(1);
        second.assertState(KeyManagerState.RUNNING);
        assertThat(second.standing().role()).isEqualTo(Role.HOLDER);
        assertThat(second.standing().number()).isEqualTo(2);
        assertThat(second.acts()).startsWith(Act.TAKE_OVER);
        second.changePassword();
    }

    @Test
    void aHolderThatWasPausedWritesNothingAndFindsOut() {
        second.start();
        second.runOut();
        second.tick(1);
        first.assertState(KeyManagerState.RUNNING);
        assertThatThrownBy(first::changePassword).isInstanceOf(FencedOff.class);
        first.tick(3);
        first.assertState(KeyManagerState.PASSIVE);
        assertThat(first.acts()).startsWith(Act.LOSE_SERVICE);
        assertThat(first.assembly.get(ChainKey.class).isOpen()).isFalse();
        first.tick(1);
        assertThat(first.standing().holder()).isEqualTo("second");
        second.assertState(KeyManagerState.RUNNING);
    }

    @Test
    void aServerThatEndsGivesTheServiceBackAtOnce() {
        second.start();
        first.assembly.run(first.keyManager::shutDown);
        second.tick(1);
        second.assertState(KeyManagerState.RUNNING);
    }

    @Test
    void aServerThatIsStartedAnewGoesOnWithoutWaiting() throws IOException {
        Path secret = Files.writeString(folder.resolve("again"), LeaseServer.PASSWORD);
        try (LeaseServer again = new LeaseServer(database, "first", Optional.of(secret))) {
            again.start();
            again.assertState(KeyManagerState.RUNNING);
            assertThatThrownBy(first::changePassword).isInstanceOf(FencedOff.class);
        }
    }

    @Test
    void handingOverLetsTheOtherGoFirst() {
        second.start();
        first.assembly.run(first.keyManager::handOver);
        first.assertState(KeyManagerState.PASSIVE);
        assertThat(first.acts()).startsWith(Act.HAND_OVER);
        first.tick(2);
        first.assertState(KeyManagerState.PASSIVE);
        second.tick(1);
        second.assertState(KeyManagerState.RUNNING);
        for (int time = 0; time < 40; time++) {
            second.tick(1);
            first.tick(1);
        }
        first.assertState(KeyManagerState.PASSIVE);
    }

    @Test
    void whatNobodyTakesGoesBackToWhoHandedItOver() {
        first.assembly.run(first.keyManager::handOver);
        assertThat(first.standing().role()).isEqualTo(Role.TAKES_OVER);
        first.tick(31);
        first.assertState(KeyManagerState.RUNNING);
    }

    @Test
    void withoutASecretItSaysThatItWaitsToBeUnlocked() {
        try (LeaseServer third = new LeaseServer(database, "third", Optional.empty())) {
            third.start();
            third.runOut();
            third.tick(2);
            third.assertState(KeyManagerState.PASSIVE);
            assertThat(third.standing().role()).isEqualTo(Role.WAITS);
            third.unlock(LeaseServer.PASSWORD);
            third.assertState(KeyManagerState.RUNNING);
            assertThat(third.acts()).startsWith(Act.UNLOCK);
        }
    }

    @Test
    void aSecretThatOpensNothingIsTriedOnceAndTheServiceStaysFree() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong"), "wrong horse battery");
        try (LeaseServer third = new LeaseServer(database, "third", Optional.of(wrong))) {
            third.start();
            third.runOut();
            third.tick(1);
            assertThat(third.standing().role()).isEqualTo(Role.WAITS);
            second.start();
            second.assertState(KeyManagerState.RUNNING);
        }
    }

    @Test
    void aClockThatWasSetBackKeepsADeadHolderAliveForTwelveLooksOnly() {
        second.start();
        second.sql("update key_manager_lease set expires_at = current_timestamp + interval '7200' second");
        second.tick(12);
        second.assertState(KeyManagerState.PASSIVE);
        second.tick(2);
        second.assertState(KeyManagerState.RUNNING);
    }

    @Test
    void aServerThatWasEmptyFindsWhatAnotherHasSetUp() {
        assertThatThrownBy(second::setUp).isInstanceOfSatisfying(HeldElsewhere.class, e -> assertThat(e.arguments())
                .isEqualTo(List.of("first", "https://first.example")));
        second.tick(1);
        second.assertState(KeyManagerState.PASSIVE);
    }

    @Test
    void aLookThatComesWhileTheServerIsSetUpLeavesItRunning() {
        assertThat(first.keyManager.find()).isFalse();
        first.assertState(KeyManagerState.RUNNING);
    }

    @Test
    void stoppingKeepsTheServiceSoThatNobodyStartsItElsewhere() {
        second.start();
        first.assembly.run(first.keyManager::stop);
        first.tick(3);
        second.tick(3);
        second.assertState(KeyManagerState.PASSIVE);
        first.assertState(KeyManagerState.STOPPED);
    }
}
