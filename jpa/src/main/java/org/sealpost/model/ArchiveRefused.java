package org.sealpost.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.protocol.BadInput;

/** Tables cannot be read into this database: it is in use, it has other tables, or the stream is damaged. */
public final class ArchiveRefused extends BadInput {
    private static final long serialVersionUID = 1;

    private ArchiveRefused(String code, @Nullable Throwable cause, Object... arguments) {
        super(code, cause, List.of(arguments));
    }

    /** The stream breaks off, was altered, or says what it cannot say. */
    public static ArchiveRefused damaged(Throwable cause) {
        return new ArchiveRefused("backup-damaged", cause);
    }

    /** It is something else altogether. */
    public static ArchiveRefused notABackup() {
        return new ArchiveRefused("not-a-backup", null);
    }

    static ArchiveRefused inUse() {
        return new ArchiveRefused("restore-into-used-database", null);
    }

    /** @param table that is not there, or has other columns */
    static ArchiveRefused otherTables(String table) {
        return new ArchiveRefused("backup-of-other-version", null, table);
    }
}
