package org.sealpost.backup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sealpost.settings.ServerConfiguration;

/** The folder {@code backups} below the data folder: where backups are written, and looked for to be restored. */
@ApplicationScoped
class BackupFolder {
    static final String SUFFIX = ".backup";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,120}\\.backup");

    /** To the millisecond, as two administrators may press the button in the same second. */
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    @Inject
    ServerConfiguration configuration;

    private Path folder() {
        return configuration.data().resolve("backups");
    }

    static String nameAt(Instant moment) {
        return "sealpost-" + STAMP.format(moment) + SUFFIX;
    }

    /** A new file that only the server's account may read; it gets its name when it is complete. */
    Path begin(String name) {
        try {
            Files.createDirectories(folder());
            Path part = folder().resolve(name + ".part");
            Files.deleteIfExists(part);
            return Files.createFile(
                    part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (IOException e) {
            throw new UncheckedIOException("no backup can be written to " + folder(), e);
        }
    }

    void complete(Path part, String name) throws IOException {
        Files.move(part, folder().resolve(name));
    }

    static void drop(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A backup's file.
     *
     * @throws NoSuchBackup when there is none of that name
     */
    Path file(String name) {
        Path file = folder().resolve(name);
        if (!NAME.matcher(name).matches() || !Files.isRegularFile(file)) {
            throw new NoSuchBackup(name);
        }
        return file;
    }

    InputStream open(String name) throws IOException {
        try {
            return new BufferedInputStream(Files.newInputStream(file(name)), 1 << 16);
        } catch (NoSuchFileException e) {
            throw new NoSuchBackup(name);
        }
    }

    /** Names of the backups that lie there, newest first. */
    List<String> names() {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(NAME.asMatchPredicate())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
