package org.sealpost.client.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.home.SavedConnection;
import org.sealpost.crypto.Passphrase;
import org.sealpost.epf.SecurityFile;
import org.sealpost.epf.SecurityFileStore;
import picocli.CommandLine.Option;

/** Which security file, and its password. */
public final class SecurityFileOptions {
    @Option(names = "--epf", paramLabel = "FILE")
    @Nullable
    Path epf;

    @Option(names = "--password-file", paramLabel = "FILE")
    @Nullable
    Path passwordFile;

    /** Where it is, as given here or saved; empty when nothing says so. */
    public Optional<Path> path(Surroundings here) {
        return Optional.ofNullable(epf)
                .or(() -> SavedConnection.load(here.home()).epf());
    }

    /** As {@link #path}. @throws UsageProblem when nothing says where it is */
    public Path required(Surroundings here) {
        return path(here).orElseThrow(() -> new UsageProblem("option-missing", "--epf"));
    }

    /** Whether the file and its password are both named, so that it opens without asking anybody. */
    public boolean complete() {
        return epf != null && passwordFile != null;
    }

    /** The password, to be closed by the caller. */
    public Passphrase password(Surroundings here) {
        return new Secrets(here)
                .get(
                        passwordFile,
                        "epf.password",
                        "--password-file",
                        required(here).getFileName());
    }

    /** Where the password stands; empty when it is to be typed. */
    public Optional<Path> passwordFile() {
        return Optional.ofNullable(passwordFile);
    }

    /** The opened file, to be closed by the caller. */
    public SecurityFile open(Surroundings here) {
        try (Passphrase password = password(here)) {
            return store(here).open(read(here), password);
        }
    }

    /** The file as it lies there. */
    public byte[] read(Surroundings here) {
        try (InputStream in = Files.newInputStream(required(here))) {
            return in.readNBytes(SecurityFileStore.LARGEST + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Seals and opens security files. */
    public static SecurityFileStore store(Surroundings here) {
        return new SecurityFileStore(here.providers(), here.random());
    }
}
