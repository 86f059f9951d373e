package org.sealpost.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One sample server on PostgreSQL for all tests that need no fresh one: started for the first of them, ended after the
 * last. Alice and bob are enabled there and have their security files. Each test uses subjects and other mailboxes of
 * its own and leaves the server running as it found it.
 */
final class SharedServer implements AutoCloseable {
    private final Path folder;
    private final Postgres postgres;
    private final SampleServer server;
    private final Chromium browser;
    private final Setting setting;
    private final Path alicesFile;

    private SharedServer() {
        try {
            folder = Files.createTempDirectory("sealpost");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        postgres = Postgres.start();
        server = SampleServer.start(folder.resolve("data"), postgres.environment());
        browser = new Chromium(server);
        setting = Setting.of(browser);
        alicesFile = folder.resolve("alice.epf");
        new OptionsPage(setting.alice().page()).download(alicesFile);
    }

    SampleServer server() {
        return server;
    }

    Postgres postgres() {
        return postgres;
    }

    Chromium browser() {
        return browser;
    }

    Setting setting() {
        return setting;
    }

    /** Alice's security file, under {@link Setting#ALICES}. */
    Path alicesFile() {
        return alicesFile;
    }

    @Override
    public void close() throws IOException {
        browser.close();
        server.close();
        postgres.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Gives it to whoever asks for it as a parameter. */
    static final class Giver implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == SharedServer.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .getOrComputeIfAbsent(SharedServer.class, type -> new SharedServer());
        }
    }
}
