package org.sealpost.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.approval.Agreed;
import org.sealpost.approval.Requested;
import org.sealpost.model.Act;
import org.sealpost.model.AuditRecord;
import org.sealpost.model.OpeningContributionRepository;

/** A drill of five keys, two at a time, with crashes in between. */
class DrillingTest {
    private final RecoveryOffice office = new RecoveryOffice();
    private final BreakingRounds rounds = new BreakingRounds(office);

    @BeforeEach
    void nameOfficers() {
        office.get(ContributingSteps.class).atOnce = 2;
        office.enrolOfficers(4);
        office.enrol("alice").close();
        office.name(2, "officer1", "officer2", "officer3");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void everyKeyHasItsTurnAndNothingThatWasContributedStays() {
        drill();
        DrillStanding standing = standing();
        assertThat(standing.ended()).isTrue();
        assertThat(standing.turns()).isEqualTo(new DrillStanding.Turns(5, 0, 0));
        assertThat(standing.percent()).isEqualTo(100);
        assertThat(contributed()).isEmpty();
        assertThat(details()).containsExactly("5 keys to open", "5 of 5 keys opened");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void afterACrashOneMoreOfficerGoesOnWhereverItStopped(int steps) {
        crash(steps);
        assertThat(standing().turns().opened()).isEqualTo(Math.min(5, 2L * steps));
        assertThat(standing().broken()).isTrue();
        goOn("officer1");
        assertThat(standing().ended()).isTrue();
        assertThat(standing().turns()).isEqualTo(new DrillStanding.Turns(5, 0, 0));
        assertThat(contributed()).isEmpty();
    }

    @Test
    void whoseContributionIsKeptDoesNotGoOnNorDoesSomebodyWithoutAShare() {
        crash(1);
        assertThatThrownBy(() -> goOn("officer3")).isInstanceOf(ContributedBefore.class);
        assertThatThrownBy(() -> goOn("officer4")).isInstanceOf(NotAnOfficer.class);
        assertThat(standing().broken()).isTrue();
    }

    @Test
    void nothingGoesOnThatWasNotBrokenOff() {
        assertThatThrownBy(() -> goOn("officer1")).isInstanceOf(NoDrillToGoOn.class);
        drill();
        assertThatThrownBy(() -> goOn("officer1")).isInstanceOf(NoDrillToGoOn.class);
    }

    @Test
    void whatOthersContributedStaysForADayAndNoLonger() {
        crash(1);
        sweep();
        assertThat(contributed()).hasSize(1);
        office.clock.pass(Duration.ofDays(1).plusSeconds(1));
        sweep();
        sweep();
        assertThat(contributed()).isEmpty();
        assertThat(standing().ended()).isTrue();
        assertThatThrownBy(() -> goOn("officer1")).isInstanceOf(NoDrillToGoOn.class);
    }

    @Test
    void anotherDrillOrANewEscrowKeyTakesThePlaceOfOneThatWasBrokenOff() {
        crash(1);
        drill();
        assertThat(standing().turns().opened()).isEqualTo(5);
        crash(1);
        Requested rotation = office.askRotation();
        office.approve("officer1", rotation);
        office.approve("officer2", rotation);
        assertThat(standing().ended()).isTrue();
    }

    @Test
    void keysThatCameInWhileOfficersAgreedAreCountedApart() {
        Requested drill = office.askDrill();
        office.approve("officer3", drill);
        office.enrol("officer5").close();
        assertThat(office.approve("officer1", drill)).isEqualTo(new Agreed.CarriedOut());
        assertThat(standing().turns()).isEqualTo(new DrillStanding.Turns(5, 0, 1));
        assertThat(details()).contains("5 of 5 keys opened, 1 came in meanwhile");
    }

    @Test
    void beforeOfficersShareTheKeyItIsOpenedWithTheMasterKey() {
        try (RecoveryOffice young = new RecoveryOffice()) {
            young.enrolOfficers(2);
            Requested drill = young.askDrill();
            young.approve("officer1", drill);
            assertThat(young.approve("officer2", drill)).isEqualTo(new Agreed.CarriedOut());
            assertThat(young.call(() -> young.get(RecoveryService.class).drilling()))
                    .map(DrillStanding::turns)
                    .contains(new DrillStanding.Turns(2, 0, 0));
        }
    }

    private void drill() {
        Requested drill = office.askDrill();
        assertThat(office.approve("officer3", drill)).isEqualTo(new Agreed.Waiting(1));
        assertThat(office.approve("officer2", drill)).isEqualTo(new Agreed.CarriedOut());
    }

    /** With the last contribution the memory that held it goes, too. */
    private void crash(int steps) {
        rounds.breakAfter(steps);
        drill();
        office.get(LastContributions.class).forget();
    }

    private void goOn(String officer) {
        office.as(officer);
        try (var password = RecoveryOffice.password(officer)) {
            office.assembly.run(() -> office.get(RecoveryService.class).goOnDrilling(password));
        }
    }

    private void sweep() {
        office.assembly.run(() -> office.get(Proposals.class).wipeEnded());
    }

    private List<String> contributed() {
        return office.call(() -> office.get(OpeningContributionRepository.class).requests());
    }

    private DrillStanding standing() {
        return office.call(() -> office.get(RecoveryService.class).drilling()).orElseThrow();
    }

    private List<String> details() {
        return office.log(Act.ESCROW_DRILL).stream().map(AuditRecord::details).toList();
    }
}
