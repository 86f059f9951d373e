package org.sealpost.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.assembly.Databases;
import org.sealpost.audit.ChainReport.Broken;
import org.sealpost.audit.ChainReport.Fault;
import org.sealpost.audit.ChainReport.Unbroken;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.model.AuditCheckpoint;
import org.sealpost.model.AuditCheckpointRepository;
import org.sealpost.model.AuditEntry;

/** Whoever can write to the database changes the log in every way there is, and is found out each time. */
@ParameterizedClass
@EnumSource(Databases.class)
class AuditLogTest {
    private final TestLog on;

    AuditLogTest(Databases make) {
        on = new TestLog(make.fresh());
    }

    @AfterEach
    void close() {
        on.close();
    }

    @Test
    void anEmptyLogIsUnbroken() {
        assertThat(on.verify()).isEqualTo(new Unbroken(0, 0, 0));
    }

    @Test
    void manyEntriesAreWalkedStepByStep() {
        on.add(1203);
        assertThat(on.verify()).isEqualTo(new Unbroken(1203, 0, 0));
    }

    @Test
    void theLastAuthenticatedEntryVouchesForAllBefore() {
        on.add(2);
        on.open();
        on.add(3);
        assertThat(on.verify()).isEqualTo(new Unbroken(5, 5, 1));
        on.chainKey.close();
        on.add(1);
        assertThat(on.verify()).isEqualTo(new Unbroken(6, 0, 1));
        on.open();
        assertThat(on.verify()).isEqualTo(new Unbroken(6, 5, 2));
    }

    @Test
    void aChangedRowIsFound() {
        on.running(5);
        on.tamper("update audit_entry set details = 'nothing' where entry_number = 3");
        assertThat(on.verify()).isEqualTo(new Broken(3, Fault.DOES_NOT_FOLLOW));
    }

    @Test
    void aChangedReasonOrApproverIsFound() {
        on.running(5);
        on.tamper("update audit_entry set approvers = 'olga, otto' where entry_number = 4");
        assertThat(on.verify()).isEqualTo(new Broken(4, Fault.DOES_NOT_FOLLOW));
    }

    @Test
    void aRemovedRowIsFound() {
        on.running(5);
        on.tamper("delete from audit_entry where entry_number = 2");
        assertThat(on.verify()).isEqualTo(new Broken(2, Fault.DOES_NOT_FOLLOW));
    }

    @Test
    void rowsInAnotherOrderAreFound() {
        on.running(5);
        on.tamper("update audit_entry set entry_number = 99 where entry_number = 2");
        on.tamper("update audit_entry set entry_number = 2 where entry_number = 3");
        on.tamper("update audit_entry set entry_number = 3 where entry_number = 99");
        assertThat(on.verify()).isEqualTo(new Broken(2, Fault.DOES_NOT_FOLLOW));
    }

    @Test
    void aTailThatIsCutOffIsFound() {
        on.running(5);
        on.tamper("delete from audit_entry where entry_number = 5");
        assertThat(on.verify()).isEqualTo(new Broken(5, Fault.CUT_OFF));
    }

    @Test
    void aTailThatIsCutOffTogetherWithTheRecordOfTheEndIsFound() {
        on.running(5);
        on.cutTo(3);
        assertThat(on.verify()).isEqualTo(new Broken(4, Fault.CUT_OFF));
    }

    @Test
    void aTailThatIsCutOffWithItsCheckpointsIsFoundByWhoeverKeptOne() {
        on.running(5);
        List<AuditCheckpoint> kept = new ArrayList<>();
        on.assembly.run(() -> on.checkpoints.sign().ifPresent(kept::add));
        on.chainKey.close();
        on.cutTo(3);
        on.tamper("delete from audit_checkpoint where entry_number > 3");
        Checkpoints afterRestart = new Checkpoints();
        on.service.signing = afterRestart;
        assertThat(on.verify()).isInstanceOf(Unbroken.class);
        assertThat(on.assembly.inTransaction(() -> on.service.verifyChain(kept)))
                .isEqualTo(new Broken(4, Fault.CUT_OFF));
    }

    @Test
    void theServerItselfRemembersWhatItSignedLast() {
        on.running(5);
        on.assembly.run(on.checkpoints::sign);
        on.chainKey.close();
        on.cutTo(3);
        on.tamper("delete from audit_checkpoint where entry_number > 3");
        assertThat(on.verify()).isEqualTo(new Broken(4, Fault.CUT_OFF));
    }

    @Test
    void aForgedRowWithRecomputedHashesIsFoundByItsMissingAuthentication() {
        on.running(4);
        on.forge(3);
        assertThat(on.verify()).isEqualTo(new Broken(3, Fault.NOT_AUTHENTIC));
    }

    @Test
    void aForgedRowIsFoundByTheCheckpointsAloneWhileTheKeyManagerDoesNotRun() {
        on.running(4);
        on.assembly.run(on.checkpoints::sign);
        on.chainKey.close();
        on.forge(3);
        assertThat(on.verify()).isEqualTo(new Broken(4, Fault.DIFFERS_FROM_CHECKPOINT));
    }

    @Test
    void aForgedAuthenticationIsFound() {
        on.running(5);
        on.tamper("update audit_entry set mac = entry_hash where entry_number = 4");
        assertThat(on.verify()).isEqualTo(new Broken(4, Fault.NOT_AUTHENTIC));
    }

    @Test
    void aForgedCheckpointIsFound() {
        on.running(3);
        on.assembly.run(on.checkpoints::sign);
        on.tamper("update audit_checkpoint set signature = public_key where entry_number = 3");
        assertThat(on.verify()).isEqualTo(new Broken(3, Fault.CHECKPOINT_FORGED));
    }

    @Test
    void aCheckpointOfAnotherKeyIsFoundWhileTheKeyManagerRuns() {
        on.running(3);
        List<AuditCheckpoint> made = new ArrayList<>();
        try (ChainKey stranger = new ChainKey()) {
            stranger.open(SecretBytes.random(32, new SecureRandom()));
            AuditEntry last = on.entries().get(2);
            stranger.sign(new AuditCheckpoint.Statement(3, last.hash(), on.clock.instant(), false))
                    .ifPresent(made::add);
        }
        on.assembly.run(() -> on.assembly.get(AuditCheckpointRepository.class).add(made.get(0)));
        assertThat(on.verify()).isEqualTo(new Broken(3, Fault.CHECKPOINT_FORGED));
    }

    @Test
    void whoeverRecomputesEverythingStillLacksTheKey() {
        on.running(3);
        on.chainKey.open(SecretBytes.random(32, new SecureRandom()));
        assertThat(on.verify()).isInstanceOf(Broken.class);
    }
}
