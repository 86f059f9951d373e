package org.sealpost.backup;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sealpost.approval.Approvals;
import org.sealpost.approval.Permit;
import org.sealpost.approval.Requested;
import org.sealpost.audit.Audited;
import org.sealpost.audit.RecordedAs;
import org.sealpost.lock.BackupSecret;
import org.sealpost.model.Act;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.settings.BackupConfiguration;
import org.sealpost.stepup.StepUp;

/** Backups for the Key Manager's administrators. */
@Stateless
@RolesAllowed("km-admin")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BackupService {
    private static final int SHOWN = 20;

    @Inject
    Backups backups;

    @Inject
    BackupRun run;

    @Inject
    BackupBook book;

    @Inject
    BackupFolder folder;

    @Inject
    BackupConfiguration configuration;

    @Inject
    Approvals approvals;

    @Inject
    Clock clock;

    @Resource
    ManagedExecutorService executor;

    /**
     * Begins to make a backup; {@link #progress} tells how it goes.
     *
     * @throws BackupRunning when one is being made
     * @throws org.sealpost.approval.ApprovalNeeded when others have to allow it and have not
     * @throws org.sealpost.lock.KeyManagerUnavailable unless the Key Manager is running
     */
    @StepUp
    @RecordedAs(Act.BACK_UP)
    public void begin() {
        Permit permit = approvals.permit(SensitiveVerb.BACKUP, BackingUp.SUBJECT);
        run.begin(executor);
        approvals.used(permit);
    }

    /**
     * Makes a backup and waits for it.
     *
     * @return its file's name
     * @throws BackupRunning when one is being made
     * @throws org.sealpost.approval.ApprovalNeeded when others have to allow it and have not
     */
    @StepUp
    @RecordedAs(Act.BACK_UP)
    public String make() {
        Permit permit = approvals.permit(SensitiveVerb.BACKUP, BackingUp.SUBJECT);
        String made = run.make();
        approvals.used(permit);
        return made;
    }

    /**
     * Asks others to allow a backup, where the policy says so.
     *
     * @param reason may be empty unless the policy asks for it
     * @param ticket may be empty unless the policy asks for it
     */
    @StepUp
    @Audited(Act.REQUEST_APPROVAL)
    public Requested ask(String reason, String ticket) {
        return approvals.request(SensitiveVerb.BACKUP, BackingUp.SUBJECT, "{}", reason, ticket);
    }

    /** How the backup stands that is being made, or was made last since the server started. */
    public BackupProgress progress() {
        return run.progress();
    }

    /** Backups that were made, newest first. */
    public List<BackupRow> made() {
        List<String> here = folder.names();
        return book.newest(SHOWN).stream()
                .map(made -> BackupRow.of(made, here.contains(made.fileName())))
                .toList();
    }

    /** Names of the files in the server's folder of backups, newest first. */
    public List<String> files() {
        return folder.names();
    }

    /**
     * What a file says of itself before anybody opens it.
     *
     * @throws NoSuchBackup when there is no such file
     */
    public BackupHeader describe(String name) {
        return backups.describe(name);
    }

    /**
     * A file's content as it is, sealed; closed by the caller.
     *
     * @throws NoSuchBackup when there is no such file
     */
    @StepUp
    @RecordedAs(Act.BACK_UP)
    public InputStream open(String name) {
        try {
            return folder.open(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Restores into this server, which must not be set up; the Key Manager runs afterwards.
     *
     * @return how many rows came back
     * @throws org.sealpost.lock.WrongKeyManagerState when there is a Key Manager
     * @throws org.sealpost.model.ArchiveRefused when the file is damaged or of another version; nothing of it is kept
     * @throws org.sealpost.lock.WrongStartupPassword when the password is not the backup's
     * @throws org.sealpost.lock.WrongShare when a share is not of the backup's set
     */
    @StepUp
    @RecordedAs(Act.RESTORE)
    public long restore(String name, BackupSecret secret) {
        return backups.restore(name, secret);
    }

    /** How old the newest backup is, or without any the Key Manager, when that is older than it should be. */
    public Optional<Duration> overdue() {
        Instant last = book.newestAt();
        Duration age = Duration.between(last, clock.instant());
        return age.compareTo(configuration.longest()) > 0 ? Optional.of(age) : Optional.empty();
    }
}
