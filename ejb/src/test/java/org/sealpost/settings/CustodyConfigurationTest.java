package org.sealpost.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CustodyConfigurationTest {
    @Test
    void withoutSettingsThereIsNoTokenAndABackupIsDueEveryWeek() {
        TokenConfiguration token = TokenConfiguration.from(name -> null);
        assertThat(token.library()).isEmpty();
        assertThat(token.pinFile()).isEmpty();
        assertThat(token.slot()).isEqualTo("#0");
        assertThat(BackupConfiguration.from(name -> "  ").longest()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void settingsCount() {
        Map<String, String> settings = Map.of(
                "sealpost.token.library", "/usr/lib/token.so",
                "sealpost.token.slot", "17",
                "sealpost.token.label", "the grey one",
                "sealpost.token.pin.file", "/etc/pin",
                "sealpost.backup.days", " 2 ");
        TokenConfiguration token = TokenConfiguration.from(settings::get);
        assertThat(token)
                .isEqualTo(new TokenConfiguration(
                        Optional.of(Path.of("/usr/lib/token.so")),
                        "17",
                        "the grey one",
                        Optional.of(Path.of("/etc/pin"))));
        assertThat(BackupConfiguration.from(settings::get).longest()).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void anAgeThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> BackupConfiguration.from(name -> "soon")).isInstanceOf(NumberFormatException.class);
    }
}
