package org.sealpost.client.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.crypto.Providers;

class SpooledInputTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @ParameterizedTest
    @ValueSource(
            ints = {0, 1, SpooledInput.IN_MEMORY - 1, SpooledInput.IN_MEMORY, SpooledInput.IN_MEMORY + 1, 9_000_000})
    void whatCanBeReadOnceCanBeReadAgain(int length) throws IOException {
        byte[] content = new byte[length];
        RANDOM.nextBytes(content);
        try (SpooledInput spooled = SpooledInput.of(new ByteArrayInputStream(content), Providers.best(), RANDOM)) {
            assertThat(spooled.length()).isEqualTo(length);
            for (int reading = 0; reading < 2; reading++) {
                try (InputStream in = spooled.open()) {
                    assertThat(Arrays.equals(in.readAllBytes(), content)).isTrue();
                }
            }
            try (InputStream in = spooled.open()) {
                assertThat(in.read()).isEqualTo(length == 0 ? -1 : content[0] & 0xFF);
            }
        }
    }
}
