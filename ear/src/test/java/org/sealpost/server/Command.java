package org.sealpost.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One finished command of the operating system.
 *
 * @param status its exit status
 * @param output everything that it said
 */
public record Command(int status, String output) {
    private static final int SECONDS = 120;

    /** Runs it with only these SEALPOST variables set; one that takes longer than two minutes is ended and fails. */
    public static Command run(Map<String, String> environment, List<String> words) {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("SEALPOST_"));
        builder.environment().putAll(environment);
        try {
            Path output = Files.createTempFile("command", ".log");
            Process process = builder.redirectOutput(output.toFile()).start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IllegalStateException(words + " took too long:\n" + Files.readString(output));
            }
            Command command = new Command(process.exitValue(), Files.readString(output));
            Files.delete(output);
            return command;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The sources' folder: the tests run in it or in its module. */
    public static Path repository() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("src/bin/run"))
                ? here
                : here.resolve("..").normalize();
    }

    /** The assembled server. */
    public static Path server() {
        return repository().resolve("ear/target/server");
    }
}
