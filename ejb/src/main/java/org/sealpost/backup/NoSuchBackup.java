package org.sealpost.backup;

import org.sealpost.protocol.NotFound;

/** There is no backup of that name in the server's folder of backups. */
public final class NoSuchBackup extends NotFound {
    private static final long serialVersionUID = 1;

    NoSuchBackup(String name) {
        super("no-such-backup", name);
    }
}
