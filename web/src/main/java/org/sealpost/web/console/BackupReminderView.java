package org.sealpost.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sealpost.backup.BackupService;
import org.sealpost.web.Person;
import org.sealpost.web.StatusView;

/** Reminds the Key Manager's administrators when the newest backup is too old. */
@Named("backupReminder")
@RequestScoped
public class BackupReminderView {

    @Inject
    BackupService backups;

    @Inject
    StatusView status;

    @Inject
    Person person;

    private @Nullable Long days;

    /** Age of the newest backup in days; -1 when there is nothing to remind of. */
    public long getDays() {
        Long known = days;
        if (known == null) {
            known = person.isKeyManagerAdministrator() && status.isSetUp()
                    ? backups.overdue().map(Duration::toDays).orElse(-1L)
                    : -1L;
            days = known;
        }
        return known;
    }
}
