package org.sealpost.client.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.client.command.Refused;
import org.sealpost.client.command.UsageProblem;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Edition;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.FormatPolicy;

class FormatsTest {
    private static final FormatPolicy MODERN = FormatPolicy.of(Edition.MODERN);
    private static final Map<String, Capabilities> OWN = Map.of("bob@corp.example", Capabilities.OWN);
    private static final Map<String, Capabilities> FOREIGN = Map.of("eve@else.example", Capabilities.STANDARD);

    @Test
    void theStrongestThatEverybodyReadsIsNegotiated() {
        assertThat(Formats.choose(null, MODERN, OWN)).isEqualTo(EncryptionFormat.AES_256_GCM);
        assertThat(Formats.choose(null, MODERN, FOREIGN)).isEqualTo(EncryptionFormat.AES_256_CBC);
    }

    @ParameterizedTest
    @CsvSource({"AES-128-CBC, AES_128_CBC", "aes_256_gcm, AES_256_GCM", "Aes-128-Gcm, AES_128_GCM"})
    void aFormatIsKnownByItsNameInAnySpelling(String name, EncryptionFormat format) {
        assertThat(Formats.choose(name, MODERN, OWN)).isEqualTo(format);
    }

    @Test
    void whatTheOrganisationDoesNotWriteOrSomebodyDoesNotReadIsRefused() {
        assertThatThrownBy(() -> Formats.choose("DES", MODERN, OWN)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Formats.choose("AES-256-GCM", MODERN, FOREIGN)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Formats.choose("ROT13", MODERN, OWN)).isInstanceOf(UsageProblem.class);
    }

    @Test
    void theHistoricalEditionsWriteTheirOwn() {
        assertThat(Formats.choose("CAST-64", FormatPolicy.of(Edition.NORTH_AMERICAN), OWN))
                .isEqualTo(EncryptionFormat.CAST_64);
        assertThat(Formats.choose(null, FormatPolicy.of(Edition.LOCALIZED), OWN))
                .isEqualTo(EncryptionFormat.CAST_40);
    }
}
