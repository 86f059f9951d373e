package org.sealpost.backup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.sealpost.audit.Audited;
import org.sealpost.audit.Caller;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SealedInput;
import org.sealpost.crypto.SealedOutput;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.crypto.UnwrapFailed;
import org.sealpost.lock.BackupCustody;
import org.sealpost.lock.BackupSecret;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.Act;
import org.sealpost.model.ArchiveRefused;
import org.sealpost.model.BackupRecord;
import org.sealpost.model.OpeningWay.Making;
import org.sealpost.model.TableArchive;

/**
 * Makes backups while everything goes on, and restores one into an empty server. A backup is every table at one
 * moment, streamed, sealed under a key that whatever opens the Key Manager opens.
 */
@ApplicationScoped
class Backups {
    private static final int SALT_LENGTH = 32;

    @Inject
    BackupCustody custody;

    @Inject
    BackupFolder folder;

    @Inject
    BackupBook book;

    @Inject
    KeyRing ring;

    @Inject
    DataSource database;

    @Inject
    Providers providers;

    @Inject
    SecureRandom random;

    @Inject
    Clock clock;

    @Inject
    Caller caller;

    /** Rows there are now, for a bar that shows progress. */
    long size() {
        return new TableArchive(database).size();
    }

    /**
     * Makes a backup in the folder.
     *
     * @return its file's name
     * @throws org.sealpost.lock.KeyManagerUnavailable unless the Key Manager is running
     */
    @Audited(Act.BACK_UP)
    String make(LongConsumer progress) {
        Making making = new Making(caller.name(), clock.instant());
        String name = BackupFolder.nameAt(making.at());
        byte[] salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        try (SecretBytes key = custody.key(salt)) {
            BackupHeader header =
                    BackupHeader.of(ring.publicKeys().organisation(), making.at(), salt, custody.header());
            Path part = folder.begin(name);
            boolean complete = false;
            try {
                long rows = write(part, header, key, progress);
                long size = Files.size(part);
                folder.complete(part, name);
                complete = true;
                book.enter(new BackupRecord(UUID.randomUUID(), name, size, rows, making));
                return name;
            } finally {
                if (!complete) {
                    BackupFolder.drop(part);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the backup cannot be written", e);
        }
    }

    private long write(Path part, BackupHeader header, SecretBytes key, LongConsumer progress) throws IOException {
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
            file.write(header.bytes());
            try (SealedOutput sealed = new SealedOutput(file, providers, key, header.digest())) {
                DataOutputStream tables = new DataOutputStream(sealed);
                long rows = new TableArchive(database).write(tables, progress);
                sealed.finish();
                return rows;
            }
        }
    }

    /** What a backup says of itself. */
    BackupHeader describe(String name) {
        try (InputStream in = folder.open(name)) {
            return BackupHeader.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Restores a backup into this server, which must be empty; the Key Manager runs afterwards.
     *
     * @return rows that were read
     */
    @Audited(Act.RESTORE)
    long restore(String name, BackupSecret secret) {
        custody.requireEmpty();
        try (InputStream in = folder.open(name)) {
            BackupHeader header = BackupHeader.read(in);
            long rows;
            try (SecretBytes key = custody.key(header.fields(), secret, header.salt());
                    SealedInput sealed = new SealedInput(in, providers, key, header.digest())) {
                rows = read(sealed);
            }
            custody.restored(secret, name + ", made " + header.madeAt() + ", " + rows + " rows");
            return rows;
        } catch (IOException e) {
            throw ArchiveRefused.damaged(e);
        }
    }

    private long read(SealedInput sealed) {
        try {
            return new TableArchive(database).read(new DataInputStream(sealed), rows -> {});
        } catch (UnwrapFailed e) {
            throw ArchiveRefused.damaged(e);
        }
    }
}
