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
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.FormatPolicy;
import org.sealpost.model.Act;
import org.sealpost.model.AuditQuery;
import org.sealpost.model.AuditRepository;
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
    void aChangeCountsAtOnceAndStaysInTheHistory() {
        chooseModern();
        SecuritySettingsView changed = assembly.inTransaction(() -> service.change(change(1, EncryptionFormat.DES)));
        assertThat(changed.number()).isEqualTo(2);
        assertThat(service.current().policy())
                .isEqualTo(new FormatPolicy(Edition.NORTH_AMERICAN, EncryptionFormat.CAST_64, EncryptionFormat.DES));
        assertThat(service.current().change())
                .isEqualTo(new SecuritySettings.Change("ada", clock.instant(), "as in 1996"));
        assertThat(service.history(Optional.empty(), 10).rows())
                .extracting(SecuritySettingsView::number)
                .containsExactly(2, 1);
        assertThat(assembly.get(AuditRepository.class)
                        .page(AuditQuery.ALL, Optional.empty(), 5)
                        .rows())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.said().act()).isEqualTo(Act.CHANGE_FORMATS);
                    assertThat(entry.said().actor()).isEqualTo("ada");
                    assertThat(entry.said().details()).contains("AES_256_GCM", "CAST_64", "as in 1996");
                });
    }

    @Test
    void aChangeOfAnOlderVersionIsRefusedByName() {
        chooseModern();
        assembly.run(() -> service.change(change(1, EncryptionFormat.DES)));
        assertThatThrownBy(() -> assembly.run(() -> service.change(change(1, EncryptionFormat.CAST_40))))
                .isInstanceOfSatisfying(FormatsChangedMeanwhile.class, e -> assertThat(e.arguments())
                        .containsExactly("ada", 2));
        assertThat(service.current().number()).isEqualTo(2);
    }

    @Test
    void formatsThatTheEditionDoesNotWriteAreRefused() {
        chooseModern();
        assertThatThrownBy(() -> assembly.run(() -> service.change(change(1, EncryptionFormat.AES_128_CBC))))
                .isInstanceOf(UnusableFormats.class);
        FormatChange upsideDown = new FormatChange(
                1, Edition.NORTH_AMERICAN, EncryptionFormat.CAST_40, EncryptionFormat.CAST_64, "upside down");
        assertThatThrownBy(() -> assembly.run(() -> service.change(upsideDown))).isInstanceOf(UnusableFormats.class);
        assertThat(service.current().number()).isEqualTo(1);
    }

    private void chooseModern() {
        assembly.run(() -> assembly.get(SecuritySettingsRepository.class)
                .add(new SecuritySettings(
                        FormatPolicy.of(Edition.MODERN),
                        new SecuritySettings.Change("ada", clock.instant(), "set-up"))));
    }

    private static FormatChange change(int basedOn, EncryptionFormat floor) {
        return new FormatChange(basedOn, Edition.NORTH_AMERICAN, EncryptionFormat.CAST_64, floor, "as in 1996");
    }
}
