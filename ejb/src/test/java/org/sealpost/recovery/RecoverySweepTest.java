package org.sealpost.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.approval.Approvals;
import org.sealpost.approval.Requested;
import org.sealpost.model.KeySharingRepository;
import org.sealpost.model.OpeningContributionRepository;
import org.sealpost.model.PackagePurpose;
import org.sealpost.model.SealedPackageRepository;

/** What lies beside requests is wiped when they have ended, and not a moment before. */
class RecoverySweepTest {
    private final RecoveryOffice office = new RecoveryOffice();

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
    void whatOfficersContributedStaysWhileTheRequestIsOpenAndGoesWithIt() {
        AskedRecovery asked = office.askRecovery();
        office.approve("officer1", asked.requested());
        sweep();
        assertThat(contributed()).isEqualTo(1);
        withdraw(asked.requested());
        assertThat(contributed()).isEqualTo(1);
        sweep();
        assertThat(contributed()).isZero();
    }

    @Test
    void anEmptyPackageWaitsForItsRequestAndAMomentLonger() {
        AskedRecovery asked = office.askRecovery();
        office.clock.pass(Duration.ofHours(1));
        sweep();
        assertThat(packages(PackagePurpose.RECOVERY)).isEqualTo(1);
        withdraw(asked.requested());
        sweep();
        assertThat(packages(PackagePurpose.RECOVERY)).isZero();
    }

    @Test
    void aPackageThatWasJustMadeIsNotTakenForALeftOver() {
        office.askRecovery();
        withdraw(office.askRecovery().requested());
        sweep();
        assertThat(packages(PackagePurpose.RECOVERY)).isEqualTo(2);
    }

    @Test
    void aFilledPackageThatNobodyFetchedGoesWhenItsTimeIsOver() {
        AskedRecovery asked = office.as("admin")
                .call(() -> office.get(RecoveryService.class).release(RecoveryOffice.ALICE, "court order", "T-2"));
        office.approve("officer1", asked.requested());
        office.approve("officer2", asked.requested());
        office.clock.pass(Duration.ofDays(7).minusSeconds(1));
        sweep();
        assertThat(packages(PackagePurpose.RELEASE)).isEqualTo(1);
        office.clock.pass(Duration.ofSeconds(2));
        sweep();
        assertThat(packages(PackagePurpose.RELEASE)).isZero();
    }

    @Test
    void officersWhoWereProposedStayProposedOnlyAsLongAsOthersCanAgree() {
        Requested change = office.name(2, "officer2", "officer3", "officer4");
        office.approve("officer1", change);
        office.clock.pass(Duration.ofHours(1));
        sweep();
        assertThat(proposed()).isEqualTo(1);
        withdraw(change);
        sweep();
        assertThat(proposed()).isZero();
        assertThat(office.call(() -> office.get(KeySharingRepository.class).active()))
                .hasSize(1);
    }

    private void sweep() {
        office.assembly.run(() -> office.get(RecoverySweep.class).look());
    }

    private void withdraw(Requested requested) {
        office.as("admin");
        office.assembly.run(() -> office.get(Approvals.class).withdraw(requested.request()));
    }

    private int contributed() {
        return office.call(() -> office.get(OpeningContributionRepository.class).requests())
                .size();
    }

    private int packages(PackagePurpose purpose) {
        return office.call(() -> office.get(SealedPackageRepository.class).of(RecoveryOffice.ALICE, purpose))
                .size();
    }

    private int proposed() {
        return office.call(() -> office.get(KeySharingRepository.class).proposed())
                .size();
    }
}
