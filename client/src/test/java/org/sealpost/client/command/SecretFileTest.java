package org.sealpost.client.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.crypto.Passphrase;

class SecretFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"grün und blau", "grün und blau\n", "grün und blau\r\n", "grün und blau\nsecond line\n"})
    void theFirstLineIsTheSecret(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), content);
        try (Passphrase secret = SecretFile.read(file)) {
            assertThat(String.valueOf(secret.expose())).isEqualTo("grün und blau");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\npassword"})
    void anEmptyOneIsRefused(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), content);
        assertThatThrownBy(() -> SecretFile.read(file)).isInstanceOf(Refused.class);
    }

    @Test
    void oneThatIsTooLongOrMissingIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "a".repeat(17_000));
        assertThatThrownBy(() -> SecretFile.read(file)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> SecretFile.read(folder.resolve("nothing"))).isInstanceOf(NoSuchFileException.class);
    }
}
