package org.sealpost.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.Edition;
import org.sealpost.crypto.FormatPolicy;
import org.sealpost.mailbox.RecipientService;
import org.sealpost.mailbox.SealingRecipient;
import org.sealpost.model.SecuritySettings;
import org.sealpost.sending.RecipientStatus;
import org.sealpost.settings.SecuritySettingsView;
import org.sealpost.settings.SettingsService;

class RecipientsResourceTest {
    private final RecipientsResource resource = new RecipientsResource();

    @BeforeEach
    void open() {
        resource.recipients = new RecipientService() {
            @Override
            public List<SealingRecipient> recipients(List<String> typed) {
                return List.of(
                        new SealingRecipient(
                                "sales@corp.example",
                                "bob@corp.example",
                                "Bob",
                                RecipientStatus.ENABLED,
                                Optional.of(new byte[] {1, 2, 3})),
                        new SealingRecipient(
                                "eve@else.example",
                                "eve@else.example",
                                "eve@else.example",
                                RecipientStatus.UNKNOWN,
                                Optional.empty()));
            }
        };
        resource.settings = new SettingsService() {
            @Override
            public SecuritySettingsView current() {
                return new SecuritySettingsView(
                        1, FormatPolicy.of(Edition.MODERN), new SecuritySettings.Change("root", Instant.EPOCH, "test"));
            }
        };
    }

    @Test
    void whoeverCanBeSealedToComesWithACertificateAndTheFormatsWithAll() {
        RecipientsResource.Recipients found = resource.find(List.of("sales@corp.example", "eve@else.example"));

        assertThat(found.recipients())
                .containsExactly(
                        new RecipientsResource.Recipient(
                                "sales@corp.example", "bob@corp.example", "Bob", "ENABLED", "AQID"),
                        new RecipientsResource.Recipient(
                                "eve@else.example", "eve@else.example", "eve@else.example", "UNKNOWN", null));
        assertThat(found.formats()).isEqualTo(new RecipientsResource.Formats("MODERN", "AES_256_GCM", "AES_128_CBC"));
    }
}
