package org.sealpost.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.approval.Agreed;
import org.sealpost.approval.Requested;
import org.sealpost.assembly.Databases;
import org.sealpost.epf.SecurityFile;
import org.sealpost.escrow.KeyEscrow;
import org.sealpost.model.Act;
import org.sealpost.pki.OwnedKey;
import org.sealpost.protocol.TokenCode;
import org.sealpost.quorum.QuorumNotReached;

/** The restore drill in full: the server is gone, its officers give alice her keys back on another one. */
class RestoredEscrowTest {
    @TempDir
    private Path folder;

    private RecoveryOffice office;
    private SecurityFile lost;

    @BeforeEach
    void enrolEverybody() {
        office = new RecoveryOffice(folder);
        office.enrolOfficers(3);
        lost = office.enrol("alice");
        office.name(2, "officer1", "officer2", "officer3");
    }

    @AfterEach
    void close() {
        lost.close();
        office.close();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void officersOpenAnEscrowedKeyOnTheRestoredServer(Databases database) {
        try (RecoveryOffice restored = office.restored(folder, database.fresh())) {
            AskedRecovery asked = restored.askRecovery();
            restored.approve("officer1", asked.requested());
            assertThat(restored.approve("officer3", asked.requested())).isEqualTo(new Agreed.CarriedOut());
            OwnedKey old = lost.currentEncryption();
            try (SecurityFile file = restored.redeem("alice", TokenCode.parse(asked.code()))) {
                assertThat(file.encryption()).hasSize(2);
                assertThat(file.encryption().get(1).privateKey().getEncoded())
                        .isEqualTo(old.privateKey().getEncoded());
            }
        }
    }

    @Test
    void everyKeyOpensInADrillThereAndNoneWithoutTheOfficers() {
        try (RecoveryOffice restored = office.restored(folder, Databases.H2.fresh())) {
            assertThatThrownBy(() ->
                            restored.call(() -> restored.get(KeyEscrow.class).history(RecoveryOffice.ALICE)))
                    .isInstanceOf(QuorumNotReached.class);
            Requested drill = restored.askDrill();
            restored.approve("officer2", drill);
            restored.approve("officer3", drill);
            assertThat(restored.log(Act.ESCROW_DRILL)).last().satisfies(said -> assertThat(said.details())
                    .isEqualTo("4 of 4 keys opened"));
        }
    }

    @Test
    void aRequestOfBeforeGoesOnWithTheContributionsThatWereKept() {
        AskedRecovery asked = office.askRecovery();
        office.approve("officer1", asked.requested());
        try (RecoveryOffice restored = office.restored(folder, Databases.H2.fresh())) {
            assertThat(restored.approve("officer2", asked.requested())).isEqualTo(new Agreed.CarriedOut());
            try (SecurityFile file = restored.redeem("alice", TokenCode.parse(asked.code()))) {
                assertThat(file.encryption()).hasSize(2);
            }
        }
    }
}
