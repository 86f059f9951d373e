package org.sealpost.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.approval.Agreed;
import org.sealpost.approval.Requested;
import org.sealpost.model.Act;
import org.sealpost.model.AuditRecord;
import org.sealpost.model.EscrowedKey;
import org.sealpost.model.EscrowedKeyRepository;
import org.sealpost.model.KeySharingRepository;
import org.sealpost.model.OpeningContributionRepository;

/** Five keys move to a new escrow key, two at a time, with crashes in between. */
class MovingTest {
    private final RecoveryOffice office = new RecoveryOffice();
    private final BreakingRounds rounds = new BreakingRounds(office);

    @BeforeEach
    void nameOfficers() {
        office.enrolOfficers(4);
        office.enrol("alice").close();
        office.name(2, "officer1", "officer2", "officer3");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void everyKeyMovesAndTheSharesOfTheOldKeyAreWiped() {
        rotate();
        assertThat(versions()).containsExactly(Map.entry(2, 5L));
        assertThat(office.get(KeySharingRepository.class).active()).hasSize(1);
        assertThat(office.get(OpeningContributionRepository.class).requests()).isEmpty();
        RotationStanding standing = standing();
        assertThat(standing.ended()).isTrue();
        assertThat(standing.percent()).isEqualTo(100);
        assertThat(details()).containsExactly("version 2 made, 5 keys to move", "5 of 5 keys moved to version 2");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void afterACrashOneMoreOfficerGoesOnWhereverItStopped(int steps) {
        crash(steps);
        long before = Math.min(5, 2L * steps);
        assertThat(standing().moved()).isEqualTo(before);
        assertThat(standing().broken()).isTrue();
        assertThat(office.get(KeySharingRepository.class).active()).hasSize(2);
        office.goOn("officer1");
        assertThat(versions()).containsExactly(Map.entry(2, 5L));
        assertThat(standing().ended()).isTrue();
        assertThat(standing().moved()).isEqualTo(5);
        assertThat(office.get(KeySharingRepository.class).active()).hasSize(1);
    }

    @Test
    void whatOthersContributedSurvivesTheSweepAsLongAsKeysAreLeft() {
        crash(1);
        office.assembly.run(() -> office.get(Proposals.class).wipeEnded());
        assertThat(office.get(OpeningContributionRepository.class).requests()).hasSize(1);
        office.goOn("officer1");
        office.assembly.run(() -> office.get(Proposals.class).wipeEnded());
        assertThat(office.get(OpeningContributionRepository.class).requests()).isEmpty();
    }

    @Test
    void whoseContributionIsKeptDoesNotGoOnNorDoesSomebodyWithoutAShare() {
        crash(1);
        assertThatThrownBy(() -> office.goOn("officer3")).isInstanceOf(ContributedBefore.class);
        assertThatThrownBy(() -> office.goOn("officer4")).isInstanceOf(NotAnOfficer.class);
        assertThat(standing().broken()).isTrue();
    }

    @Test
    void nothingGoesOnThatWasNotBrokenOff() {
        assertThatThrownBy(() -> office.goOn("officer1")).isInstanceOf(NothingToMove.class);
        rotate();
        assertThatThrownBy(() -> office.goOn("officer1")).isInstanceOf(NothingToMove.class);
    }

    @Test
    void depositsGoToTheNewKeyAtOnceAndAnotherRotationMovesWhatIsLeft() {
        crash(1);
        office.enrol("officer5").close();
        assertThat(versions()).containsExactlyInAnyOrderEntriesOf(Map.of(1, 3L, 2, 3L));
        rotate();
        assertThat(versions()).containsExactly(Map.entry(3, 6L));
        assertThat(office.get(KeySharingRepository.class).active()).hasSize(1);
        assertThatThrownBy(() -> office.goOn("officer1")).isInstanceOf(NothingToMove.class);
    }

    @Test
    void aDamagedRowStaysWithTheOldKeyAndStopsNothing() {
        EscrowedKey key = office.call(() -> office.get(EscrowedKeyRepository.class)
                .history(RecoveryOffice.ALICE)
                .get(0));
        byte[] altered = key.sealed();
        altered[altered.length - 1] ^= 1;
        office.damage(key.serial(), altered);
        rotate();
        assertThat(versions()).containsExactlyInAnyOrderEntriesOf(Map.of(1, 1L, 2, 4L));
        assertThat(office.get(KeySharingRepository.class).active()).hasSize(2);
        assertThat(details()).contains("4 of 5 keys moved to version 2");
    }

    private void rotate() {
        Requested rotation = office.askRotation();
        office.approve("officer3", rotation);
        assertThat(office.approve("officer1", rotation)).isEqualTo(new Agreed.CarriedOut());
    }

    /** With the last contribution the memory that held it goes, too. */
    private void crash(int steps) {
        rounds.breakAfter(steps);
        rotate();
        office.get(LastContributions.class).forget();
    }

    private Map<Integer, Long> versions() {
        return office.call(() -> office.get(EscrowedKeyRepository.class).countByVersion());
    }

    private RotationStanding standing() {
        return office.call(() -> office.get(RecoveryService.class).rotation()).orElseThrow();
    }

    private List<String> details() {
        return office.log(Act.ROTATE_ESCROW_KEY).stream()
                .map(AuditRecord::details)
                .toList();
    }
}
