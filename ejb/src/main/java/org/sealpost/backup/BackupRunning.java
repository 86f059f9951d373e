package org.sealpost.backup;

import org.sealpost.protocol.WrongState;

/** A backup is being made already. */
public final class BackupRunning extends WrongState {
    private static final long serialVersionUID = 1;

    BackupRunning() {
        super("backup-running");
    }
}
