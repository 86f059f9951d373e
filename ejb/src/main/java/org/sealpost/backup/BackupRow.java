package org.sealpost.backup;

import java.time.Instant;
import org.sealpost.model.BackupRecord;

/**
 * A backup that was made.
 *
 * @param size in bytes
 * @param rows of all tables
 * @param present whether the file is still in the server's folder
 */
public record BackupRow(String fileName, Instant at, String by, long size, long rows, boolean present) {
    /** Size in KiB, rounded up. */
    public long kilobytes() {
        return (size + 1023) / 1024;
    }

    static BackupRow of(BackupRecord made, boolean present) {
        return new BackupRow(made.fileName(), made.at(), made.by(), made.size(), made.rows(), present);
    }
}
