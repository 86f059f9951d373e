package org.sealpost.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.backup.BackupService;
import org.sealpost.web.Person;
import org.sealpost.web.StatusView;

class BackupReminderViewTest {
    private final BackupReminderView view = new BackupReminderView();
    private boolean administrator = true;
    private boolean setUp = true;
    private @Nullable Duration age = Duration.ofDays(9).plusHours(5);
    private int asked;

    @BeforeEach
    void openThePage() {
        view.person = new Person() {
            @Override
            public boolean isKeyManagerAdministrator() {
                return administrator;
            }
        };
        view.status = new StatusView() {
            @Override
            public boolean isSetUp() {
                return setUp;
            }
        };
        view.backups = new BackupService() {
            @Override
            public Optional<Duration> overdue() {
                asked++;
                return Optional.ofNullable(age);
            }
        };
    }

    @Test
    void anAdministratorIsToldTheAgeInWholeDaysAndItIsAskedOnce() {
        assertThat(view.getDays()).isEqualTo(9);
        assertThat(view.getDays()).isEqualTo(9);
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void thereIsNothingToRemindOfWhileABackupIsYoungEnough() {
        age = null;
        assertThat(view.getDays()).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({"false, true", "true, false", "false, false"})
    void nobodyElseIsRemindedAndNothingIsAskedBeforeTheSetUp(boolean isAdministrator, boolean isSetUp) {
        administrator = isAdministrator;
        setUp = isSetUp;
        assertThat(view.getDays()).isEqualTo(-1);
        assertThat(asked).isZero();
    }
}
