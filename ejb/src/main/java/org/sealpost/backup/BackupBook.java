package org.sealpost.backup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.sealpost.audit.AuditLog;
import org.sealpost.model.Act;
import org.sealpost.model.BackupRecord;
import org.sealpost.model.BackupRepository;
import org.sealpost.model.KeyManagerRepository;

/** Which backups were made; each call is one short transaction. */
@ApplicationScoped
@Transactional
class BackupBook {
    @Inject
    BackupRepository backups;

    @Inject
    KeyManagerRepository keyManagers;

    @Inject
    AuditLog audit;

    void enter(BackupRecord made) {
        backups.add(made);
        audit.success(Act.BACK_UP, made.fileName(), made.rows() + " rows, " + made.size() + " bytes");
    }

    /** When the newest was made, or without any the Key Manager was set up. */
    Instant newestAt() {
        return backups.newest(1).stream()
                .map(BackupRecord::at)
                .findFirst()
                .orElseGet(() -> keyManagers.find().orElseThrow().setUpAt());
    }

    /** The newest ones, newest first. */
    List<BackupRecord> newest(int limit) {
        return backups.newest(limit);
    }
}
