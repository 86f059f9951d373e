package org.sealpost.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.TestClock;
import org.sealpost.crypto.Edition;
import org.sealpost.crypto.FormatPolicy;
import org.sealpost.model.SecuritySettings;
import org.sealpost.model.SecuritySettingsRepository;

class SettingsServiceTest {
    private final TestClock clock = new TestClock();
    private final Assembly assembly = KeyManagers.assembly(clock, "ada");
    private final SettingsService service = assembly.get(SettingsService.class);

    @AfterEach
    void close() {
        assembly.close();
    }

    @Test
    void thereAreNoFormatsBeforeTheSetUp() {
        assertThatThrownBy(service::current).isInstanceOf(FormatsNotChosen.class);
    }

    @Test
    void theNewestVersionCountsAndTheOthersStayInTheHistory() {
        SecuritySettings first = new SecuritySettings(
                FormatPolicy.of(Edition.MODERN), new SecuritySettings.Change("system", clock.instant(), "Set-up"));
        SecuritySettings.Change change = new SecuritySettings.Change("ada", clock.instant(), "as in 1996");
        assembly.run(() -> {
            assembly.get(SecuritySettingsRepository.class).add(first);
            assembly.get(SecuritySettingsRepository.class)
                    .add(first.next(FormatPolicy.of(Edition.NORTH_AMERICAN), change));
        });
        assertThat(service.current().change()).isEqualTo(change);
        assertThat(service.current().policy()).isEqualTo(FormatPolicy.of(Edition.NORTH_AMERICAN));
        assertThat(service.history(Optional.empty(), 10).rows())
                .extracting(SecuritySettingsView::number)
                .containsExactly(2, 1);
    }
}
