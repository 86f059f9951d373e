package org.sealpost.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A command of the operating system that goes on until it is ended. */
final class LongCommand implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(180);
    private static final int END_SECONDS = 60;

    private final Process process;
    private final Path output;

    /** Begins it with only these SEALPOST variables set. @param output where everything goes that it says */
    LongCommand(Map<String, String> environment, List<String> words, Path output) {
        this.output = output;
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("SEALPOST_"));
        builder.environment().putAll(environment);
        try {
            process = builder.redirectOutput(output.toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it says a line that begins so. @return that line */
    String await(String beginning) {
        Instant end = Instant.now().plus(START);
        while (true) {
            boolean over = !process.isAlive() || Instant.now().isAfter(end);
            for (String line : output().split("\n")) {
                if (line.startsWith(beginning)) {
                    return line;
                }
            }
            if (over) {
                throw new IllegalStateException("“" + beginning + "” was not said:\n" + output());
            }
            LockSupport.parkNanos(200_000_000);
        }
    }

    /** What it has said so far. */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The gentle end, by SIGTERM. @return the exit status */
    int terminate() {
        process.toHandle().destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("it did not end:\n" + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
