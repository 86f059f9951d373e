package org.sealpost.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.approval.ApprovalNeeded;
import org.sealpost.approval.Approvals;
import org.sealpost.approval.Requested;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.Databases;
import org.sealpost.lock.KeyManagerUnavailable;
import org.sealpost.lock.TestLock;
import org.sealpost.model.ApprovalPolicy;
import org.sealpost.model.ApprovalPolicyRepository;
import org.sealpost.model.ChosenPolicy;
import org.sealpost.model.SensitiveVerb;

class BackupServiceTest {
    @TempDir
    private Path folder;

    private Drill drill;
    private BackupService service;

    @BeforeEach
    void setUp() {
        drill = new Drill(folder);
        drill.source.get(BackingUp.class);
        service = drill.source.get(BackupService.class);
    }

    @AfterEach
    void close() {
        drill.close();
    }

    @ParameterizedTest
    @CsvSource({"P0D, false", "P6D, false", "P7D, false", "P7DT1S, true", "P30D, true"})
    void withoutAnyBackupTheAgeOfTheKeyManagerCounts(Duration passed, boolean overdue) {
        drill.clock.pass(passed);
        assertThat(drill.source.inTransaction(service::overdue).isPresent()).isEqualTo(overdue);
    }

    @Test
    void aBackupSilencesTheReminderUntilItIsAWeekOldItself() {
        drill.clock.pass(Duration.ofDays(20));
        assertThat(drill.source.inTransaction(service::overdue)).contains(Duration.ofDays(20));
        drill.back();
        assertThat(drill.source.inTransaction(service::overdue)).isEmpty();
        drill.clock.pass(Duration.ofDays(8));
        assertThat(drill.source.inTransaction(service::overdue)).contains(Duration.ofDays(8));
    }

    @Test
    void twoBackupsOfOneSecondHaveTwoNames() {
        String first = drill.back();
        drill.clock.pass(Duration.ofMillis(1));
        assertThat(drill.back()).isNotEqualTo(first);
    }

    @Test
    void aRestoredServerIsRemindedByTheAgeOfWhatItCameFrom() {
        String name = drill.back();
        drill.clock.pass(Duration.ofDays(9));
        try (Assembly empty = drill.server(Databases.H2)) {
            Drill.restore(empty, name, Drill.password(Drill.PASSWORD));
            BackupService restored = empty.get(BackupService.class);
            assertThat(empty.inTransaction(restored::overdue)).contains(Duration.ofDays(9));
        }
    }

    @Test
    void whereNobodyElseIsNeededABackupIsMadeAtOnce() {
        String name = drill.source.inTransaction(service::make);
        assertThat(Files.exists(drill.file(name))).isTrue();
        assertThat(drill.source.inTransaction(service::made)).singleElement().satisfies(row -> assertThat(row.present())
                .isTrue());
    }

    @Test
    void othersAllowOneBackupWhereThePolicySaysSo() {
        ApprovalPolicy policy = ApprovalPolicy.standard(SensitiveVerb.BACKUP).atLeast(1);
        drill.source.run(() -> drill.source
                .get(ApprovalPolicyRepository.class)
                .add(new ChosenPolicy(policy, "set-up", drill.clock.instant())));
        assertThatThrownBy(() -> drill.source.inTransaction(service::make)).isInstanceOf(ApprovalNeeded.class);
        Requested asked = drill.source.inTransaction(() -> service.ask("before the move", "T-1"));
        drill.as("olga");
        Approvals approvals = drill.source.get(Approvals.class);
        drill.source.run(() -> approvals.approve(asked.request(), () -> {}));
        drill.as("ada");
        assertThat(drill.source.inTransaction(service::make)).endsWith(".backup");
        assertThatThrownBy(() -> drill.source.inTransaction(service::make)).isInstanceOf(ApprovalNeeded.class);
    }

    @Test
    void aStoppedKeyManagerMakesNoneAndThePermissionStays() {
        new TestLock(drill.source).stop();
        assertThatThrownBy(() -> drill.source.inTransaction(service::make)).isInstanceOf(KeyManagerUnavailable.class);
        assertThat(service.progress().running()).isFalse();
    }
}
