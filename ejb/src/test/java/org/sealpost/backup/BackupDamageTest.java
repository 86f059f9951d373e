package org.sealpost.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a backup's file, an empty server stays empty. */
class BackupDamageTest {
    @TempDir
    private Path folder;

    private Drill drill;

    @BeforeEach
    void setUp() {
        drill = new Drill(folder);
    }

    @AfterEach
    void close() {
        drill.close();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.3, 0.5, 0.9, 0.999})
    void aTruncatedBackupRestoresNothing(double share) throws IOException {
        String name = drill.back();
        byte[] whole = Files.readAllBytes(drill.file(name));
        Files.write(drill.file(name), Arrays.copyOf(whole, (int) (whole.length * share)));
        drill.assertRefused(name);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 0.9, 0.999})
    void aDamagedBackupRestoresNothing(double place) throws IOException {
        String name = drill.back();
        byte[] whole = Files.readAllBytes(drill.file(name));
        whole[(int) (whole.length * place)] ^= 0x10;
        Files.write(drill.file(name), whole);
        drill.assertRefused(name);
    }

    @Test
    void aHeaderThatWasChangedRestoresNothing() throws IOException {
        String name = drill.back();
        String whole = Files.readString(drill.file(name), StandardCharsets.ISO_8859_1);
        Files.writeString(
                drill.file(name),
                whole.replace("organisation: Corp", "organisation: Dorp"),
                StandardCharsets.ISO_8859_1);
        drill.assertRefused(name);
    }

    @Test
    void anyOtherFileIsNoBackup() throws IOException {
        String name = drill.back();
        Files.writeString(drill.file(name), "PK\3\4 something else\n\n");
        drill.assertRefused(name);
        Files.write(drill.file(name), new byte[1_000_000]);
        drill.assertRefused(name);
    }
}
