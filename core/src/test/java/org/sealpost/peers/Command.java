package org.sealpost.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program of the machine with a folder to work in. A program that is missing is a failure; {@code src/bin/verify}
 * installs it.
 */
final class Command {

    private static final int LONGEST_SECONDS = 60;

    private final Path folder;
    private final Map<String, String> environment;

    Command(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    void write(String name, byte[] bytes) {
        try {
            Files.write(file(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String name, String text) {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] read(String name) {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs and returns what it said.
     *
     * @param arguments separated by single spaces
     * @throws PeerRefuses when it ends with another status than 0
     */
    String run(String arguments) {
        List<String> command = List.of(arguments.split(" ", -1));
        try {
            Path said = Files.createTempFile(folder, "said", ".txt");
            Process process = start(command, said);
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("does not end: " + command);
            }
            String text = Files.readString(said, StandardCharsets.ISO_8859_1);
            if (process.exitValue() != 0) {
                throw new PeerRefuses(command + " ends with " + process.exitValue() + ": " + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(command.get(0) + " must be installed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Process start(List<String> command, Path said) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(file("password.txt").toFile())
                .redirectOutput(said.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        return builder.start();
    }
}
