package org.sealpost.backup;

import java.util.Optional;

/**
 * How the backup stands that is being made or was made last.
 *
 * @param running whether it is being made
 * @param rows written so far
 * @param expected rows there were when it began
 * @param fileName its file, when it is complete
 * @param failed whether it ended without a file
 */
public record BackupProgress(boolean running, long rows, long expected, Optional<String> fileName, boolean failed) {
    static final BackupProgress NONE = new BackupProgress(false, 0, 0, Optional.empty(), false);

    /** 0 to 100. */
    public int percent() {
        return expected == 0 ? 0 : (int) Math.min(100, rows * 100 / expected);
    }

    static BackupProgress at(long rows, long expected) {
        return new BackupProgress(true, rows, expected, Optional.empty(), false);
    }
}
