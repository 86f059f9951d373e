package org.sealpost.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.smime.HeaderProtection;

class MailConfigurationTest {

    @ParameterizedTest
    @CsvSource({
        "false, false, CLEAR, Plans",
        "false, true, SHOWN, Plans",
        "true, false, CLEAR, Plans",
        "true, true, BASELINE, [...]",
    })
    void whatIsHiddenIsNotListedEither(boolean hides, boolean encrypts, HeaderProtection protection, String listed) {
        MailConfiguration configuration =
                MailConfiguration.from(Map.of("sealpost.mail.hide.subjects", Boolean.toString(hides))::get);
        assertThat(configuration.protection(encrypts)).isEqualTo(protection);
        assertThat(configuration.listed("Plans", encrypts)).isEqualTo(listed);
    }

    @Test
    void subjectsAreShownUnlessSomebodyHidesThem() {
        assertThat(MailConfiguration.from(name -> null)).isEqualTo(new MailConfiguration(false));
    }
}
