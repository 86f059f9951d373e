package org.sealpost.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.Databases;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.Staff;
import org.sealpost.assembly.TestClock;
import org.sealpost.audit.Caller;
import org.sealpost.crypto.Passphrase;
import org.sealpost.directory.Directory;
import org.sealpost.lock.BackupSecret;
import org.sealpost.lock.HandedShare;
import org.sealpost.lock.KeyManagerState;
import org.sealpost.lock.KeyRing;
import org.sealpost.lock.Proof;
import org.sealpost.lock.TestLock;
import org.sealpost.model.ArchiveRefused;
import org.sealpost.settings.BackupConfiguration;
import org.sealpost.settings.ServerConfiguration;

/** A server that is set up, with a letter waiting in its spool, and empty ones beside it that share its folder. */
final class Drill implements AutoCloseable {
    static final String PASSWORD = "correct horse battery";
    static final byte[] LETTER = "Plans for the building".getBytes(StandardCharsets.US_ASCII);

    final TestClock clock = new TestClock();
    final Assembly source;
    final List<HandedShare> shares;
    final byte[] letter;
    private final Path folder;
    private String login = "ada";

    Drill(Path folder) {
        this.folder = folder;
        source = server(Databases.H2);
        try (Passphrase password = Passphrase.copyOf(PASSWORD)) {
            shares = new TestLock(source).setUp(password);
        }
        letter = source.get(KeyRing.class).sealToSpool(LETTER, "draft 1");
    }

    /** A server that nobody has set up. */
    Assembly server(Databases database) {
        return KeyManagers.assembly(database.fresh(), clock, new Caller(() -> login))
                .give(Directory.class, new Staff().give("olga", "recovery-officer"))
                .give(BackupConfiguration.class, BackupConfiguration.from(name -> null))
                .give(
                        ServerConfiguration.class,
                        ServerConfiguration.from(name -> name.equals("sealpost.data") ? folder.toString() : null));
    }

    /** @return the name of a backup of the server */
    String back() {
        return source.inTransaction(() -> source.get(Backups.class).make(rows -> {}));
    }

    /** From now on that person is logged in. */
    Drill as(String person) {
        login = person;
        return this;
    }

    Path file(String name) {
        return folder.resolve("backups").resolve(name);
    }

    static void restore(Assembly server, String name, BackupSecret secret) {
        try (secret) {
            server.run(() -> server.get(Backups.class).restore(name, secret));
        }
    }

    static BackupSecret password(String text) {
        return new BackupSecret(Optional.of(Passphrase.copyOf(text)), List.of());
    }

    static BackupSecret shares(HandedShare... shares) {
        return new BackupSecret(
                Optional.empty(),
                Proof.shares(Arrays.stream(shares).map(HandedShare::text).toList()));
    }

    /** The file restores nothing. */
    void assertRefused(String name) {
        try (Assembly empty = server(Databases.H2)) {
            assertThatThrownBy(() -> restore(empty, name, password(PASSWORD))).isInstanceOf(ArchiveRefused.class);
            assertEmpty(empty);
        }
    }

    static void assertEmpty(Assembly server) {
        assertThat(server.get(KeyRing.class).state()).isEqualTo(KeyManagerState.NOT_SET_UP);
        assertThat(server.get(BackupBook.class).newest(1)).isEmpty();
    }

    @Override
    public void close() {
        source.close();
    }
}
