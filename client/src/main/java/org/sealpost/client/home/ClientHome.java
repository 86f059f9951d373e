package org.sealpost.client.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The folder of everything that the client keeps. Nothing secret is in it, but it says whom its owner writes to. */
public final class ClientHome {
    /** Variable that names another folder. */
    public static final String VARIABLE = "SEALPOST_HOME";

    private static final long LARGEST = 64L * 1024 * 1024;

    private final Path folder;

    public ClientHome(Path folder) {
        this.folder = folder;
    }

    /** The folder that the environment names, else {@code .config/sealpost} in the user's own folder. */
    public static ClientHome of(Map<String, String> environment, Path userFolder) {
        String named = environment.getOrDefault(VARIABLE, "");
        return new ClientHome(named.isEmpty() ? userFolder.resolve(".config").resolve("sealpost") : Path.of(named));
    }

    /** Where a file of that name lies, whether it is there or not. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** A file's content; empty when there is none. */
    public Optional<byte[]> read(String name) {
        Path file = file(name);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When a file was written or confirmed last; empty when there is none. */
    public Optional<Instant> age(String name) {
        try {
            return Files.isRegularFile(file(name))
                    ? Optional.of(Files.getLastModifiedTime(file(name)).toInstant())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file in the place of the one before. */
    public void write(String name, byte[] content) {
        Path file = file(name);
        try {
            PrivateFile.makeFolder(file.getParent() == null ? folder : file.getParent());
            PrivateFile.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
