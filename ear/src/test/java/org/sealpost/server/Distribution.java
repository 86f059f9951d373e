package org.sealpost.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The zip that an organisation gets. */
final class Distribution {
    private Distribution() {}

    /** Unpacks it as unzip does, with who may run what. @return the one folder in it */
    static Path unpack(Path into) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(
                URI.create("jar:" + zip().toUri()), Map.of("enablePosixFileAttributes", true))) {
            Path root = zip.getPath("/");
            try (Stream<Path> entries = Files.walk(root)) {
                for (Path entry : entries.filter(one -> !one.equals(root)).toList()) {
                    Path target = into.resolve(root.relativize(entry).toString());
                    if (Files.isDirectory(entry)) {
                        Files.createDirectories(target);
                    } else {
                        Files.createDirectories(target.getParent());
                        Files.copy(entry, target);
                        Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(entry));
                    }
                }
            }
        }
        try (Stream<Path> unpacked = Files.list(into)) {
            return unpacked.findFirst().orElseThrow();
        }
    }

    private static Path zip() {
        try (Stream<Path> built = Files.list(Command.repository().resolve("ear/target"))) {
            return built.filter(file -> file.getFileName().toString().matches("sealpost-.*\\.zip"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the distribution was not built: -Dzip.skip"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
