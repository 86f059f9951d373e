package org.sealpost.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.Databases;
import org.sealpost.audit.AuditService;
import org.sealpost.audit.ChainReport;
import org.sealpost.crypto.Passphrase;
import org.sealpost.lock.HandedShare;
import org.sealpost.lock.KeyManagerState;
import org.sealpost.lock.KeyRing;
import org.sealpost.lock.TestLock;
import org.sealpost.lock.WrongKeyManagerState;
import org.sealpost.lock.WrongShare;
import org.sealpost.lock.WrongStartupPassword;
import org.sealpost.model.Act;
import org.sealpost.model.AuditQuery;
import org.sealpost.model.AuditRepository;
import org.sealpost.model.OpeningKind;

class BackupTest {
    @TempDir
    private Path folder;

    private Drill drill;

    @BeforeEach
    void setUp() {
        drill = new Drill(folder);
    }

    @AfterEach
    void close() {
        drill.close();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void mailSealedBeforeOpensAfterARestoreIntoAnEmptyServer(Databases database) {
        String name = drill.back();
        try (Assembly empty = drill.server(database)) {
            Drill.restore(empty, name, Drill.password(Drill.PASSWORD));
            assertThat(empty.get(KeyRing.class).state()).isEqualTo(KeyManagerState.RUNNING);
            assertThat(empty.get(KeyRing.class)
                            .openFromSpool(drill.letter, "draft 1")
                            .expose())
                    .isEqualTo(Drill.LETTER);
            assertThat(empty.get(KeyRing.class).publicKeys().authority())
                    .isEqualTo(drill.source.get(KeyRing.class).publicKeys().authority());
            assertThat(acts(empty)).containsExactly(Act.RESTORE, Act.SET_UP);
            assertThat(empty.get(AuditService.class).verifyChain())
                    .isInstanceOfSatisfying(ChainReport.Unbroken.class, unbroken -> assertThat(unbroken.entries())
                            .isEqualTo(2));
        }
    }

    @Test
    void recoverySharesOpenABackupToo() {
        String name = drill.back();
        try (Assembly empty = drill.server(Databases.H2)) {
            Drill.restore(empty, name, Drill.shares(drill.shares.get(2), drill.shares.get(0)));
            assertThat(empty.get(KeyRing.class).state()).isEqualTo(KeyManagerState.RUNNING);
        }
    }

    @Test
    void saysWhoseItIsAndWhichSecretItNeedsBeforeAnybodyOpensIt() throws IOException {
        String name = drill.back();
        BackupHeader header = drill.source.get(Backups.class).describe(name);
        assertThat(header.organisation()).isEqualTo("Corp");
        assertThat(header.madeAt()).isEqualTo(drill.clock.instant());
        assertThat(header.fingerprint(OpeningKind.SHARES))
                .contains(drill.shares.get(0).set());
        assertThat(header.fingerprint(OpeningKind.PASSWORD)).isPresent();
        assertThat(header.fingerprint(OpeningKind.TOKEN)).isEmpty();
        assertThat(header.sharesNeeded()).isEqualTo(2);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(drill.file(name))))
                .isEqualTo("rw-------");
    }

    @Test
    void aWrongPasswordRestoresNothingAndMakesTheNextTryWait() {
        String name = drill.back();
        try (Assembly empty = drill.server(Databases.H2)) {
            assertThatThrownBy(() -> Drill.restore(empty, name, Drill.password("another password")))
                    .isInstanceOf(WrongStartupPassword.class);
            Drill.assertEmpty(empty);
            drill.clock.pass(Duration.ofSeconds(1));
            Drill.restore(empty, name, Drill.password(Drill.PASSWORD));
        }
    }

    @Test
    void sharesOfAnotherSetRestoreNothing() {
        String name = drill.back();
        try (Assembly other = drill.server(Databases.H2);
                Assembly empty = drill.server(Databases.H2);
                Passphrase password = Passphrase.copyOf(Drill.PASSWORD)) {
            List<HandedShare> foreign = new TestLock(other).setUp(password);
            assertThatThrownBy(() -> Drill.restore(empty, name, Drill.shares(drill.shares.get(0), foreign.get(1))))
                    .isInstanceOf(WrongShare.class);
            Drill.assertEmpty(empty);
        }
    }

    @Test
    void aServerInUseIsNeverOverwritten() {
        String name = drill.back();
        assertThatThrownBy(() -> Drill.restore(drill.source, name, Drill.password(Drill.PASSWORD)))
                .isInstanceOf(WrongKeyManagerState.class);
    }

    @Test
    void namesThatLeadOutOfTheFolderAreNotThere() {
        Backups backups = drill.source.get(Backups.class);
        for (String name : List.of("../startup-password", "none.backup", "", "a/b.backup", ".backup")) {
            assertThatThrownBy(() -> backups.describe(name)).isInstanceOf(NoSuchBackup.class);
        }
    }

    @Test
    void theBookKeepsWhatWasMadeAndABackupOfBeforeOpensWithTheSecretOfThen() {
        String name = drill.back();
        BackupBook book = drill.source.get(BackupBook.class);
        assertThat(book.newest(5)).singleElement().satisfies(made -> {
            assertThat(made.fileName()).isEqualTo(name);
            assertThat(made.rows()).isPositive();
            assertThat(made.by()).isEqualTo("ada");
        });
        new TestLock(drill.source).changePassword(Drill.PASSWORD, "a newer password");
        try (Assembly empty = drill.server(Databases.H2)) {
            assertThatThrownBy(() -> Drill.restore(empty, name, Drill.password("a newer password")))
                    .isInstanceOf(WrongStartupPassword.class);
            drill.clock.pass(Duration.ofSeconds(1));
            Drill.restore(empty, name, Drill.password(Drill.PASSWORD));
        }
    }

    private static List<Act> acts(Assembly server) {
        return server.get(AuditRepository.class).page(AuditQuery.ALL, Optional.empty(), 10).rows().stream()
                .map(entry -> entry.said().act())
                .toList();
    }
}
