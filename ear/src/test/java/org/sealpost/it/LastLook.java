package org.sealpost.it;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Keeps, of every test that failed, what its people saw and what its servers complained of, in
 * {@code target/failures}: a failure that comes once in a hundred runs has to be understood from the one run. JUnit finds
 * it by itself.
 */
public final class LastLook implements AfterTestExecutionCallback {
    private static final int LINES = 30;
    private static final List<Visitor> VISITORS = new CopyOnWriteArrayList<>();
    private static final List<SampleServer> SERVERS = new CopyOnWriteArrayList<>();

    static void at(Visitor visitor) {
        VISITORS.add(visitor);
    }

    static void at(SampleServer server) {
        SERVERS.add(server);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) throws IOException {
        if (context.getExecutionException().isEmpty()) {
            return;
        }
        Path folder = Files.createDirectories(SampleServer.repository().resolve("ear/target/failures"));
        String test = context.getRequiredTestClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName();
        StringBuilder seen = new StringBuilder();
        for (Visitor visitor : VISITORS) {
            if (visitor.page().isClosed()) {
                VISITORS.remove(visitor);
            } else {
                seen.append(look(visitor, folder.resolve(test + "-" + VISITORS.indexOf(visitor) + ".png")));
            }
        }
        for (SampleServer server : SERVERS) {
            Path log = server.data().resolve("log/server.log");
            if (Files.exists(log)) {
                seen.append(complaints(log));
            } else {
                SERVERS.remove(server);
            }
        }
        Files.writeString(folder.resolve(test + ".txt"), seen);
    }

    private static String look(Visitor visitor, Path picture) {
        try {
            Page page = visitor.page();
            page.screenshot(new Page.ScreenshotOptions().setPath(picture).setTimeout(5_000));
            return "%s at %s: %s%n"
                    .formatted(
                            visitor.login(),
                            page.url(),
                            page.locator(".ui-growl-item").allInnerTexts());
        } catch (PlaywrightException e) {
            return "%s: %s%n".formatted(visitor.login(), e.getMessage());
        }
    }

    private static String complaints(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.filter(line -> line.matches("\\S+ \\S+ +(WARN|ERROR|FATAL) .*"))
                    .toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - LINES), all.size())) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
