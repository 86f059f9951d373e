package org.sealpost.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;
import org.sealpost.approval.ApprovalPolicyService;
import org.sealpost.backup.BackupProgress;
import org.sealpost.backup.BackupRow;
import org.sealpost.backup.BackupService;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.web.Texts;

/** The page of backups: makes one while everything goes on, shows how far it is, and hands files out. */
@Named
@RequestScoped
public class BackupView {

    @Inject
    BackupService backups;

    @Inject
    ApprovalPolicyService policies;

    @Inject
    Texts texts;

    private @Nullable Asking asking;

    /** Begins to make a backup. */
    public void begin() {
        backups.begin();
    }

    /** Asks others to allow it, where the policy says so. */
    public void ask() {
        Asking given = getAsking();
        Asking.told(backups.ask(given.reason(), given.ticket()), texts);
    }

    /** The fields for asking. */
    public Asking getAsking() {
        if (asking == null) {
            asking = new Asking(policies.policy(SensitiveVerb.BACKUP));
        }
        return asking;
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
