package org.sealpost.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.server.Command;

/** A server whose module with the native provider was deleted starts, works, and says what it does without. */
class WithoutNativeProviderIT {
    private static final String MODULES = "modules";
    private static final String NATIVE = "software";

    @TempDir
    private Path folder;

    @Test
    void javaDoesTheWorkAndTheServicePageSaysSo() throws IOException {
        try (SampleServer server = SampleServer.startFrom(withoutModule(), folder.resolve("data"));
                Chromium browser = new Chromium(server)) {
            Setting setting = Setting.of(browser);
            setting.aliceSeals("By Java alone", "sealed and opened without the native library");
            MessagePage message = setting.bob()
                    .inbox()
                    .await("By Java alone")
                    .open("By Java alone")
                    .unlock(Setting.BOBS);
            assertThat(message.text()).containsText("sealed and opened without the native library");
            assertThat(browser.visitor("admin").go("/console/service.xhtml").locator("main"))
                    .containsText("AmazonCorrettoCryptoProvider is not used: its classes are not installed");
        }
    }

    /** The built server by links, but for the one module; with the launcher beside it, as in the sources. */
    private Path withoutModule() throws IOException {
        Path sources = folder.resolve("sources");
        Path launchers = Files.createDirectories(sources.resolve("src/bin"));
        for (String file : List.of("run", "sealpost-common.sh")) {
            Files.copy(Command.repository().resolve("src/bin").resolve(file), launchers.resolve(file));
        }
        Files.createSymbolicLink(
                sources.resolve("src/ldap"), Command.repository().resolve("src/ldap"));
        Path server = Files.createDirectories(sources.resolve("ear/target/server"));
        linkAllBut(MODULES, Command.server(), server);
        linkAllBut(NATIVE, Command.server().resolve(MODULES), Files.createDirectory(server.resolve(MODULES)));
        assertThat(Command.server().resolve(MODULES).resolve(NATIVE)).exists();
        assertThat(server.resolve(MODULES).resolve(NATIVE)).doesNotExist();
        return sources;
    }

    private static void linkAllBut(String name, Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                if (!file.getFileName().toString().equals(name)) {
                    Files.createSymbolicLink(to.resolve(file.getFileName()), file);
                }
            }
        }
    }
}
