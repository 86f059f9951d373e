package org.sealpost.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EncryptionFormatTest {
    @Test
    void gcmIsStrongerThanCbc() {
        assertThat(EncryptionFormat.AES_256_GCM).isLessThan(EncryptionFormat.AES_256_CBC);
    }
}
