package org.sealpost.backup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.sealpost.lock.KeyRing;

/** The one backup that is being made at a time, and how it stands. */
@ApplicationScoped
class BackupRun {
    private volatile BackupProgress progress = BackupProgress.NONE;

    @Inject
    Backups backups;

    @Inject
    KeyRing ring;

    void begin(Executor executor) {
        ring.requireRunning();
        claim();
        boolean begun = false;
        try {
            executor.execute(this::work);
            begun = true;
        } finally {
            if (!begun) {
                progress = BackupProgress.NONE;
            }
        }
    }

    String make() {
        ring.requireRunning();
        claim();
        return work();
    }

    BackupProgress progress() {
        return progress;
    }

    private synchronized void claim() {
        if (progress.running()) {
            throw new BackupRunning();
        }
        progress = BackupProgress.at(0, 0);
    }

    private String work() {
        Optional<String> name = Optional.empty();
        try {
            long expected = backups.size();
            String made = backups.make(rows -> progress = BackupProgress.at(rows, expected));
            name = Optional.of(made);
            return made;
        } finally {
            progress = new BackupProgress(false, 0, 0, name, name.isEmpty());
        }
    }
}
