package org.sealpost.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;
import org.sealpost.backup.BackupProgress;
import org.sealpost.backup.BackupRow;
import org.sealpost.backup.BackupService;

/** The page of backups: makes one while everything goes on, shows how far it is, and hands files out. */
@Named
@RequestScoped
public class BackupView {

    @Inject
    BackupService backups;

    /** Begins to make a backup. */
    public void begin() {
        backups.begin();
    }

    /** How the one stands that is being made, or was made last. */
    public BackupProgress getProgress() {
        return backups.progress();
    }

    /** Those that were made, newest first. */
    public List<BackupRow> getMade() {
        return backups.made();
    }

    /**
     * A file to save.
     *
     * @param name of the backup
     */
    public StreamedContent file(String name) {
        return DefaultStreamedContent.builder().name(name).contentType("application/octet-stream").stream(
                        () -> backups.open(name))
                .build();
    }
}
