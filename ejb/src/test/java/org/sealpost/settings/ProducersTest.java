package org.sealpost.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sealpost.crypto.PasswordHardening;

/** What the server is given where tests are given something quicker. */
class ProducersTest {
    @Test
    void aStartUpPasswordIsHardenedAsRfc9106Recommends() {
        assertThat(new Producers().hardening()).isEqualTo(PasswordHardening.RECOMMENDED);
    }
}
