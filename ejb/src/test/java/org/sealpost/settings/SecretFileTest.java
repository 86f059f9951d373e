package org.sealpost.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.crypto.Passphrase;

class SecretFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {" grün, blau ", " grün, blau \n", " grün, blau \r\n", " grün, blau \nsecond line\n"})
    void theFirstLineIsTheSecret(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), content);
        try (Passphrase line = SecretFile.firstLine(file)) {
            assertThat(String.valueOf(line.expose())).isEqualTo(" grün, blau ");
        }
        assertThat(SecretFile.text(file)).isEqualTo("grün, blau");
    }

    @Test
    void anEmptyFileHoldsAnEmptySecret() throws IOException {
        assertThat(SecretFile.text(Files.createFile(folder.resolve("secret")))).isEmpty();
    }

    @Test
    void aMissingFileIsNamed() {
        Path nothing = folder.resolve("nothing");
        assertThatThrownBy(() -> SecretFile.text(nothing))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(nothing.toString());
        assertThatThrownBy(() -> SecretFile.firstLine(nothing))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(nothing.toString());
    }

    @Test
    void whatIsWrittenIsForItsOwnerAlone() throws IOException {
        Path file = folder.resolve("share");
        SecretFile.write(file, "first");
        SecretFile.write(file, "second");
        assertThat(file).hasContent("second");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
