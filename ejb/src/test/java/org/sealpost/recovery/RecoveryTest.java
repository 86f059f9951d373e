package org.sealpost.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.approval.Agreed;
import org.sealpost.approval.Requested;
import org.sealpost.crypto.Passphrase;
import org.sealpost.enrolment.RoamingService;
import org.sealpost.enrolment.TokenRefused;
import org.sealpost.epf.SecurityFile;
import org.sealpost.epf.SecurityFileStore;
import org.sealpost.epf.WrongPassword;
import org.sealpost.escrow.KeyEscrow;
import org.sealpost.model.AlreadyApproved;
import org.sealpost.model.ApprovalRepository;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.EscrowedKey;
import org.sealpost.model.EscrowedKeyRepository;
import org.sealpost.model.KeyManagerRepository;
import org.sealpost.model.KeyPurpose;
import org.sealpost.model.KeySharing;
import org.sealpost.model.KeySharingRepository;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.OpeningContribution;
import org.sealpost.model.OpeningContributionRepository;
import org.sealpost.model.OwnRequest;
import org.sealpost.model.RevocationCause;
import org.sealpost.model.Serial;
import org.sealpost.model.Signatory;
import org.sealpost.model.WrongApprovalState;
import org.sealpost.pki.OwnedKey;
import org.sealpost.protocol.TokenCode;
import org.sealpost.quorum.QuorumNotReached;
import org.sealpost.quorum.WrongContribution;

/** Two of three officers hold the escrow key; alice has lost her file. */
class RecoveryTest {
    private final RecoveryOffice office = new RecoveryOffice();
    private SecurityFile lost;

    @BeforeEach
    void nameOfficers() {
        office.enrolOfficers(4);
        lost = office.enrol("alice");
        office.clock.pass(Duration.ofDays(1));
        assertThat(office.name(2, "officer1", "officer2", "officer3")).isInstanceOf(Requested.CarriedOut.class);
    }

    @AfterEach
    void close() {
        lost.close();
        office.close();
    }

    @Test
    void namingOfficersTakesTheEscrowKeyOutOfTheKeyManagersHand() {
        assertThat(office.get(KeyManagerRepository.class).key(KeyPurpose.ESCROW).surrendered())
                .isTrue();
        assertThat(view().shared()).isTrue();
        assertThat(view().needed()).isEqualTo(2);
        assertThatThrownBy(() -> office.call(() -> office.get(KeyEscrow.class).history(RecoveryOffice.ALICE)))
                .isInstanceOf(QuorumNotReached.class);
        office.enrol("officer5").close();
        assertThat(view().keys()).isEqualTo(6);
    }

    @Test
    void twoOfficersTogetherGiveAliceHerHistoryBack() {
        AskedRecovery asked = office.askRecovery();
        assertThat(office.approve("officer1", asked.requested())).isEqualTo(new Agreed.Waiting(1));
        TokenCode code = TokenCode.parse(asked.code());
        assertThatThrownBy(() -> office.redeem("alice", code)).isInstanceOf(TokenRefused.class);
        assertThat(office.approve("officer3", asked.requested())).isEqualTo(new Agreed.CarriedOut());
        assertThat(kept(asked)).isEmpty();
        assertOldKeyBack(code);
        assertThatThrownBy(() -> office.redeem("alice", code)).isInstanceOf(TokenRefused.class);
    }

    @Test
    void whatIsKeptOfAContributionIsOneLessThanTheQuorum() {
        AskedRecovery asked = office.askRecovery();
        office.approve("officer2", asked.requested());
        assertThat(kept(asked)).singleElement().satisfies(it -> assertThat(it.holder())
                .isEqualTo(2));
        assertThat(asked.toString()).doesNotContain(asked.code());
    }

    @Test
    void nobodyApprovesTheOwnRequestOrTwiceOrWithAnothersPassword() {
        office.as("officer1");
        AskedRecovery own =
                office.call(() -> office.get(RecoveryService.class).recover(RecoveryOffice.ALICE, "reason", ""));
        assertThatThrownBy(() -> office.approve("officer1", own.requested())).isInstanceOf(OwnRequest.class);
        office.approve("officer2", own.requested());
        assertThatThrownBy(() -> office.approve("officer2", own.requested())).isInstanceOf(AlreadyApproved.class);
        office.as("officer3");
        try (Passphrase wrong = RecoveryOffice.password("officer2")) {
            assertThatThrownBy(() -> office.call(() -> office.get(RecoveryService.class)
                            .approve(own.requested().request(), wrong)))
                    .isInstanceOf(WrongPassword.class);
        }
        assertThat(kept(own)).hasSize(1);
    }

    @Test
    void whoHasTheRoleButNoShareContributesNothing() {
        AskedRecovery asked = office.askRecovery();
        assertThatThrownBy(() -> office.approve("officer4", asked.requested())).isInstanceOf(NotAnOfficer.class);
    }

    @Test
    void requestWhoseTimeIsOverIsNotApproved() {
        AskedRecovery asked = office.askRecovery();
        office.approve("officer1", asked.requested());
        office.clock.pass(Duration.ofDays(4));
        assertThatThrownBy(() -> office.approve("officer2", asked.requested())).isInstanceOf(WrongApprovalState.class);
    }

    @Test
    void changedOfficersHandTheKeyOnAndWhatTheOldOnesContributedIsWorthNothing() {
        AskedRecovery before = office.askRecovery();
        office.approve("officer1", before.requested());
        Requested change = office.name(2, "officer2", "officer3", "officer4");
        assertThat(change).isInstanceOf(Requested.Waiting.class);
        office.approve("officer1", change);
        assertThat(office.approve("officer3", change)).isEqualTo(new Agreed.CarriedOut());
        assertThatThrownBy(() -> office.approve("officer2", before.requested())).isInstanceOf(OfficersChanged.class);

        AskedRecovery after = office.askRecovery();
        assertThatThrownBy(() -> office.approve("officer1", after.requested())).isInstanceOf(NotAnOfficer.class);
        office.approve("officer4", after.requested());
        office.approve("officer2", after.requested());
        assertOldKeyBack(TokenCode.parse(after.code()));
    }

    @Test
    void revokedOfficerStopsTheOpening() {
        AskedRecovery asked = office.askRecovery();
        office.approve("officer1", asked.requested());
        office.assembly.run(() -> office.get(MailboxRepository.class)
                .lock(RecoveryOffice.id("officer1"))
                .orElseThrow()
                .revoke(RevocationCause.LEFT, office.clock.instant()));
        assertThatThrownBy(() -> office.approve("officer2", asked.requested()))
                .isInstanceOfSatisfying(
                        OfficerRevoked.class, e -> assertThat(e.arguments()).containsExactly("The officer1"));
    }

    @Test
    void contributionOfAnotherRequestInTheDatabaseIsFoundOutAndNamesTheOfficer() {
        AskedRecovery one = office.askRecovery();
        AskedRecovery two = office.askRecovery();
        office.approve("officer1", one.requested());
        office.assembly.run(() -> copy(one, two));
        assertThatThrownBy(() -> office.call(() -> completeBy("officer2", two)))
                .isInstanceOfSatisfying(
                        WrongContribution.class, e -> assertThat(e.holder()).isEqualTo(1));
    }

    @Test
    void afterARotationTheOfficersOpenTheNewKey() {
        office.as("admin");
        Requested rotation = office.call(() -> office.get(RecoveryService.class).rotate("yearly", ""));
        office.approve("officer3", rotation);
        assertThat(office.approve("officer1", rotation)).isEqualTo(new Agreed.CarriedOut());
        assertThat(view().keysByVersion()).containsOnlyKeys(2);
        assertThat(office.get(KeySharingRepository.class).active()).hasSize(1);

        AskedRecovery asked = office.askRecovery();
        office.approve("officer2", asked.requested());
        office.approve("officer3", asked.requested());
        assertOldKeyBack(TokenCode.parse(asked.code()));
    }

    @Test
    void peopleWithoutRoleOrFileAreNoOfficersAndOneAloneIsNoQuorum() {
        assertThatThrownBy(() -> office.name(2, "officer1", "alice")).isInstanceOf(OfficerRoleMissing.class);
        assertThatThrownBy(() -> office.name(2, "officer1", "officer5")).isInstanceOf(OfficerNotEnrolled.class);
        assertThatThrownBy(() -> office.name(1, "officer1", "officer2")).isInstanceOf(ImpossibleQuorum.class);
        assertThatThrownBy(() -> office.name(2, "officer1", "officer1")).isInstanceOf(ImpossibleQuorum.class);
    }

    private void assertOldKeyBack(TokenCode code) {
        OwnedKey old = lost.currentEncryption();
        try (SecurityFile file = office.redeem("alice", code)) {
            assertThat(file.encryption()).hasSize(2);
            assertThat(file.encryption().get(1).certificate()).isEqualTo(old.certificate());
            assertThat(file.encryption().get(1).privateKey().getEncoded())
                    .isEqualTo(old.privateKey().getEncoded());
        }
    }

    private Officers view() {
        return office.call(() -> office.get(OfficersService.class).officers());
    }

    private List<OpeningContribution> kept(AskedRecovery asked) {
        List<Serial> serials = aliceKeys().stream().map(EscrowedKey::serial).toList();
        return office.get(OpeningContributionRepository.class)
                .of(Long.toString(asked.requested().request()), serials);
    }

    private List<EscrowedKey> aliceKeys() {
        return office.get(EscrowedKeyRepository.class).history(RecoveryOffice.ALICE);
    }

    private void copy(AskedRecovery from, AskedRecovery to) {
        KeySharing sharing = office.get(KeySharingRepository.class).current().orElseThrow();
        office.get(OpeningContributionRepository.class)
                .add(kept(from).stream()
                        .map(row -> new OpeningContribution(
                                Long.toString(to.requested().request()),
                                row.serial(),
                                sharing.id(),
                                row.contribution()))
                        .toList());
    }

    /** What the engine does with the last yes, without what it does about a failure. */
    private boolean completeBy(String officer, AskedRecovery asked) {
        long number = asked.requested().request();
        ApprovalRequest request =
                office.get(ApprovalRepository.class).byId(number).orElseThrow();
        request.approve(signatory("officer1"), office.clock.instant());
        request.approve(signatory(officer), office.clock.instant());
        byte[] epf = office.as(officer).get(RoamingService.class).load().orElseThrow();
        try (Passphrase password = RecoveryOffice.password(officer);
                SecurityFile file = office.get(SecurityFileStore.class).open(epf, password)) {
            office.get(Cases.class).contribute(number, RecoveryOffice.id(officer), file);
        }
        office.get(RecoverAct.class).carryOut(request);
        return true;
    }

    private static Signatory signatory(String name) {
        return new Signatory(RecoveryOffice.id(name), name, "The " + name);
    }
}
