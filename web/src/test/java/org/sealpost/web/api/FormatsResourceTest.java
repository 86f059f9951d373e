package org.sealpost.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.approval.Requested;
import org.sealpost.crypto.Edition;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.FormatPolicy;
import org.sealpost.formats.FormatChange;
import org.sealpost.formats.FormatsService;
import org.sealpost.model.FormatCount;
import org.sealpost.model.Page;
import org.sealpost.model.SecuritySettings;
import org.sealpost.resealing.StoredFormatsService;
import org.sealpost.settings.SecuritySettingsView;
import org.sealpost.settings.SettingsService;

class FormatsResourceTest {
    private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");
    private static final FormatsResource.Version FIRST =
            new FormatsResource.Version(1, "MODERN", "AES_256_GCM", "AES_128_CBC", "admin", AT, "set-up");

    private final FormatsResource resource = new FormatsResource();
    private final List<FormatChange> changes = new ArrayList<>();
    private final List<Optional<String>> keys = new ArrayList<>();
    private Requested outcome = new Requested.Waiting(7, 2);

    @BeforeEach
    void open() {
        resource.settings = new SettingsService() {
            @Override
            public SecuritySettingsView current() {
                return version();
            }

            @Override
            public Page<SecuritySettingsView> history(Optional<String> key, int limit) {
                keys.add(key);
                return new Page<>(List.of(version()), Optional.of("1"));
            }
        };
        resource.formats = new FormatsService() {
            @Override
            public Requested change(FormatChange change) {
                changes.add(change);
                return outcome;
            }
        };
    }

    @Test
    void whatIsStoredIsToldInNumbers() {
        resource.stored = new StoredFormatsService() {
            @Override
            public List<FormatCount> counts() {
                return List.of(new FormatCount("DES", 12), new FormatCount(null, 3));
            }
        };
        assertThat(resource.stored())
                .containsExactly(new FormatsResource.Stored("DES", 12), new FormatsResource.Stored(null, 3));
    }

    private static SecuritySettingsView version() {
        return new SecuritySettingsView(
                1,
                new FormatPolicy(Edition.MODERN, EncryptionFormat.AES_256_GCM, EncryptionFormat.AES_128_CBC),
                new SecuritySettings.Change("admin", AT, "set-up"));
    }

    @Test
    void whatCountsNowIsToldWithWhoChoseIt() {
        assertThat(resource.current()).isEqualTo(FIRST);
    }

    @Test
    void theHistoryIsGivenInPages() {
        assertThat(resource.history("9")).isEqualTo(new FormatsResource.Versions(List.of(FIRST), "1"));
        resource.history(null);
        assertThat(keys).containsExactly(Optional.of("9"), Optional.empty());
    }

    @Test
    void aChangeIsPassedOnAndHowManyMustAgreeIsTold() {
        FormatsResource.Change wanted = new FormatsResource.Change(
                1, Edition.MODERN, EncryptionFormat.AES_256_GCM, EncryptionFormat.AES_256_GCM, "stronger", null);
        assertThat(resource.change(wanted)).isEqualTo(new Asked(7, 2));
        outcome = new Requested.CarriedOut(8);
        assertThat(resource.change(wanted)).isEqualTo(new Asked(8, 0));
        assertThat(changes).hasSize(2).allSatisfy(change -> {
            assertThat(change.basedOn()).isEqualTo(1);
            assertThat(change.floor()).isEqualTo(EncryptionFormat.AES_256_GCM);
            assertThat(change.reason()).isEqualTo("stronger");
            assertThat(change.ticket()).isEmpty();
        });
    }
}
