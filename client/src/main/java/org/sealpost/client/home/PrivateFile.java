package org.sealpost.client.home;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Writes a file that only its owner may read, whole or not at all: beside its place, to the disk, then moved. Whatever
 * breaks in between, the file before stays.
 */
public final class PrivateFile {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private PrivateFile() {}

    /** What writes the content. */
    @FunctionalInterface
    public interface Content {
        /** Writes it to the stream, which it leaves open. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes octets.
     *
     * @throws IOException when it cannot be written; nothing has changed then
     */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, out -> out.write(content));
    }

    /**
     * Writes what somebody else writes.
     *
     * @throws IOException when it cannot be written; nothing has changed then
     */
    public static void write(Path file, Content content) throws IOException {
        Path draft = Files.createTempFile(folder(file), ".sealpost", ".new", OWNER_ONLY);
        try {
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                content.writeTo(Channels.newOutputStream(channel));
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /**
     * Tries whether the file can be written, before something is done that can be done only once.
     *
     * @throws IOException when it cannot
     */
    public static void check(Path file) throws IOException {
        Files.delete(Files.createTempFile(folder(file), ".sealpost", ".try", OWNER_ONLY));
    }

    /** A file that is nobody else's and has no name worth keeping; whoever makes it deletes it. */
    public static Path temporary() throws IOException {
        return Files.createTempFile("sealpost", ".part", OWNER_ONLY);
    }

    /** Makes a folder that only its owner may look into, where there is none. */
    public static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder, OWNER_ONLY_FOLDER);
    }

    private static Path folder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }
}
