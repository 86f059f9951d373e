package org.sealpost.client.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {
    @TempDir
    Path folder;

    @Test
    void onlyItsOwnerMayReadIt() throws Exception {
        Path file = folder.resolve("alice.epf");
        PrivateFile.write(file, new byte[] {1, 2, 3});
        assertThat(Files.readAllBytes(file)).containsExactly(1, 2, 3);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void whatBreaksLeavesTheFileOfBeforeAndNothingElse() throws Exception {
        Path file = folder.resolve("alice.epf");
        PrivateFile.write(file, new byte[] {1});
        assertThatThrownBy(() -> PrivateFile.write(file, out -> {
                    out.write(2);
                    throw new IOException("the disk is full");
                }))
                .hasMessage("the disk is full");
        assertThat(Files.readAllBytes(file)).containsExactly(1);
        assertOnlyFile();
    }

    @Test
    void tryingLeavesNothing() throws Exception {
        PrivateFile.write(folder.resolve("one"), new byte[0]);
        PrivateFile.check(folder.resolve("alice.epf"));
        assertOnlyFile();
        assertThatThrownBy(() -> PrivateFile.check(folder.resolve("nowhere/alice.epf")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void foldersAreTheOwnersAlone() throws Exception {
        PrivateFile.makeFolder(folder.resolve("a/b"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a/b"))))
                .isEqualTo("rwx------");
    }

    private void assertOnlyFile() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }
}
