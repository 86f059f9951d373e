package org.sealpost.peers;

import static java.util.Objects.requireNonNull;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Thunderbird itself, without a screen, with a profile of its own, driven by scripts that run in its main window. */
public final class ThunderbirdProgram implements AutoCloseable {

    private static final int STARTS_IN_SECONDS = 90;

    private final Path folder;
    private final Process process;
    private final Marionette remote;

    /**
     * Starts it.
     *
     * @param folder an empty one, where its profile and what it says are left
     * @throws IOException when it does not come up within a minute and a half, with what it said
     */
    public ThunderbirdProgram(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        int port = freePort();
        Files.createDirectory(profile());
        Files.writeString(
                profile().resolve("user.js"), script("user.js") + "user_pref(\"marionette.port\", " + port + ");\n");
        process = start();
        remote = connect(port);
    }

    /** Where it keeps everything. */
    Path profile() {
        return folder.resolve("profile");
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        "thunderbird",
                        "--headless",
                        "--marionette",
                        "--remote-allow-system-access",
                        "--no-remote",
                        "--profile",
                        profile().toString()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said().toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    private Path said() {
        return folder.resolve("thunderbird.log");
    }

    private Marionette connect(int port) throws IOException, InterruptedException {
        for (int tries = 4 * STARTS_IN_SECONDS; ; tries--) {
            try {
                return new Marionette(port);
            } catch (ConnectException e) {
                if (tries == 0 || !process.isAlive()) {
                    end();
                    throw new IOException(Files.readString(said()), e);
                }
                process.waitFor(250, TimeUnit.MILLISECONDS);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    /**
     * Believes an authority from now on.
     *
     * @param certificate DER
     */
    public void trust(byte[] certificate) throws IOException {
        run("trust.js", Base64.getEncoder().encodeToString(certificate));
    }

    /**
     * Runs a script.
     *
     * @param name a file beside this class's tests
     * @param arguments {@code args} there: texts, numbers, marks
     * @return what it returns, an object
     * @throws PeerRefuses when the program asks or tells its user something instead, with its words
     */
    public JsonObject run(String name, Object... arguments) throws IOException {
        return remote.run(script(name), arguments);
    }

    private static String script(String name) {
        try (InputStream in =
                requireNonNull(ThunderbirdProgram.class.getResourceAsStream("thunderbird/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        remote.close();
        end();
    }

    private void end() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
