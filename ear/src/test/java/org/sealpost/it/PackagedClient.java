package org.sealpost.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The command line as it is shipped, run by one person in one folder. */
final class PackagedClient {
    private static final int SECONDS = 120;

    private final SampleServer server;
    private final Path folder;
    private final String login;

    PackagedClient(SampleServer server, Path folder, String login) {
        this.server = server;
        this.folder = folder;
        this.login = login;
        write(login + ".pw", server.password(login));
    }

    /**
     * What a command left.
     *
     * @param out standard output
     * @param err standard error
     */
    record Outcome(int status, String out, String err) {}

    Path file(String name) {
        return folder.resolve(name);
    }

    void write(String name, String content) {
        try {
            Files.writeString(file(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a verb that asks the server. @param words separated by single spaces */
    Outcome online(String words, String in) {
        return run(
                words + " --server " + server.url() + " --tls-trust " + server.certificate() + " --user " + login
                        + " --user-password-file " + login + ".pw",
                in);
    }

    /** Runs a verb. @param in name of the file that is piped in; nothing when empty */
    Outcome run(String words, String in) {
        List<String> command = new ArrayList<>(List.of(launcher().toString()));
        command.addAll(List.of(words.split(" ", -1)));
        return finished(command, in);
    }

    /** Runs openssl. @param words separated by single spaces */
    Outcome openssl(String words) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(words.split(" ", -1)));
        return finished(command, "");
    }

    private Outcome finished(List<String> command, String in) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
            builder.environment().put("SEALPOST_HOME", folder.resolve("home").toString());
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.redirectInput(in.isEmpty() ? Path.of("/dev/null").toFile() : file(in).toFile());
            Path out = Files.createTempFile("client", ".out");
            Path err = Files.createTempFile("client", ".err");
            Process process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " took too long");
            }
            return new Outcome(process.exitValue(), taken(out), taken(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String taken(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Files.delete(file);
        return text;
    }

    private static Path launcher() {
        Path target = SampleServer.repository().resolve("client/target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().startsWith("sealpost-client-"))
                    .map(file -> file.resolve("sealpost-client/bin/sealpost"))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no client in " + target + ": build it first"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
