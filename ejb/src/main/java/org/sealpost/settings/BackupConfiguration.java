package org.sealpost.settings;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How often there has to be a backup.
 *
 * @param longest age of the newest backup from which the console reminds its administrators
 */
public record BackupConfiguration(Duration longest) {
    private static final String DAYS = "7";

    /** Reads {@code sealpost.backup.days}, a week if it is not given. */
    public static BackupConfiguration from(Function<String, @Nullable String> properties) {
        String days = new Settings(properties).text("sealpost.backup.days", DAYS);
        return new BackupConfiguration(Duration.ofDays(Long.parseLong(days.strip())));
    }
}
