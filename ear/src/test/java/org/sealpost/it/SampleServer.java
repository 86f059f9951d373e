package org.sealpost.it;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.sealpost.server.Command;
import org.sealpost.server.Ports;
import org.sealpost.server.ShortLived;

/**
 * Sealpost with its sample organisation, started by {@code src/bin/run --no-build} as a newcomer starts it, on ports of
 * its own. It can be stopped, killed and started again on the same data folder.
 */
final class SampleServer implements AutoCloseable {
    /** Seconds that a start may take on a busy machine; unhurried it takes 20. */
    private static final int START_SECONDS = 180;

    private final Path sources;
    private final Path data;
    private final Map<String, String> environment;
    private final int offset = Ports.freeOffset();
    private final List<String> output = new CopyOnWriteArrayList<>();
    private @Nullable Process launcher;

    private SampleServer(Path sources, Path data, Map<String, String> environment) {
        this.sources = sources;
        this.data = data;
        this.environment = environment;
        LastLook.at(this);
    }

    /** Started on the embedded database. */
    static SampleServer start(Path data) {
        return start(data, Map.of());
    }

    /** @param environment what the launcher finds set beside data folder and ports */
    static SampleServer start(Path data, Map<String, String> environment) {
        return started(new SampleServer(repository(), data, environment));
    }

    /** Started on the embedded database from another folder that is laid out as the sources are. */
    static SampleServer startFrom(Path sources, Path data) {
        return started(new SampleServer(sources, data, Map.of()));
    }

    private static SampleServer started(SampleServer server, String... options) {
        server.start(options);
        return server;
    }

    /** Started with a Key Manager that nobody has set up. */
    static SampleServer startByHand(Path data) {
        return started(new SampleServer(repository(), data, Map.of()), "--by-hand");
    }

    /** Starts it again on the folder of before; returns when it has said READY. */
    void start(String... options) {
        List<String> words = new ArrayList<>();
        // a build in the background of a shell ignores SIGINT, and so would everything that it starts
        words.addAll(List.of("env", "--default-signal=INT"));
        words.add(sources.resolve("src/bin/run").toString());
        words.add("--no-build");
        words.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.redirectErrorStream(true).environment().putAll(environment);
        builder.environment().merge("SEALPOST_JAVA_OPTS", ShortLived.OPTIONS, (more, all) -> all + " " + more);
        builder.environment().put("SEALPOST_DATA", data.toString());
        builder.environment().put("SEALPOST_PORT_OFFSET", String.valueOf(offset));
        output.clear();
        try {
            Process process = builder.start();
            launcher = process;
            ready(process).get(START_SECONDS, TimeUnit.SECONDS);
        } catch (IOException | ExecutionException | TimeoutException e) {
            close();
            throw new IllegalStateException("the sample server did not start:\n" + String.join("\n", output), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private CompletableFuture<String> ready(Process process) {
        CompletableFuture<String> ready = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(process, ready), "launcher's output");
        reader.setDaemon(true);
        reader.start();
        return ready;
    }

    private void read(Process process, CompletableFuture<String> ready) {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                if (line.startsWith("READY ")) {
                    ready.complete(line);
                }
            }
            ready.completeExceptionally(new IllegalStateException("the launcher ended before it was ready"));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }

    /** The gentle end, by SIGTERM to the launcher alone. @return the launcher's exit status */
    int stop() {
        Process process = running();
        process.toHandle().destroy(); // Process.destroy would close the pipe that the launcher still writes to
        return await(process);
    }

    /** The end by Ctrl-C at the launcher. @return the launcher's exit status */
    int interrupt() {
        Process process = running();
        Command.run(Map.of(), List.of("kill", "-INT", String.valueOf(process.pid())));
        return await(process);
    }

    /** kill -9 of the launcher and of everything that it started. */
    void kill() {
        Process process = running();
        List<ProcessHandle> started = process.descendants().toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
        started.forEach(one -> one.onExit().orTimeout(30, TimeUnit.SECONDS).join());
        await(process);
    }

    /** The server's process stands still, as on a machine that is suspended. */
    void pause() {
        signal("-STOP");
    }

    /** It goes on as if nothing had been. */
    void resume() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            String process = Files.readString(data.resolve("server.pid")).strip();
            await(new ProcessBuilder("kill", signal, process).inheritIO().start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int await(Process process) {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the launcher did not end in a minute");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Process running() {
        if (launcher == null) {
            throw new IllegalStateException("not started");
        }
        return launcher;
    }

    @Override
    public void close() {
        if (launcher != null && launcher.isAlive()) {
            kill();
        }
    }

    /** What the launcher has said since the last start. */
    List<String> output() {
        return List.copyOf(output);
    }

    /** The folder that everything is written to. */
    Path data() {
        return data;
    }

    /** The address of the pages, without a slash at its end. */
    String url() {
        return sample().get("url").getAsString();
    }

    /** An address on the management port, which only this machine reaches. */
    URI management(String path) {
        return URI.create("http://127.0.0.1:" + managementPort() + path);
    }

    /** Where mail programs read the address book. */
    int addressBookPort() {
        return 10636 + offset;
    }

    int managementPort() {
        return 9990 + offset;
    }

    /** The server's own certificate. */
    Path certificate() {
        return Path.of(sample().get("tlsCertificate").getAsString());
    }

    /** The password that the sample directory knows for a log-in. */
    String password(String login) {
        return sample().getAsJsonArray("logins").asList().stream()
                .map(one -> one.getAsJsonObject())
                .filter(one -> login.equals(one.get("name").getAsString()))
                .findFirst()
                .orElseThrow()
                .get("password")
                .getAsString();
    }

    /** What the launcher has left for scripts. */
    JsonObject sample() {
        try {
            return JsonParser.parseString(Files.readString(data.resolve("sample.json")))
                    .getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder with the sources: the tests run in it or in its module. */
    static Path repository() {
        return Command.repository();
    }
}
