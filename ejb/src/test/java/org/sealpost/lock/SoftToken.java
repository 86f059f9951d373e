package org.sealpost.lock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sealpost.settings.TokenConfiguration;

/**
 * A token in software, which behaves as one in hardware does: SoftHSM. Its tokens lie where the environment variable
 * SOFTHSM2_CONF says, which the build sets for the tests' process.
 */
final class SoftToken {
    static final String PIN = "4711-0815";

    private static final int TOKENS = 12;
    private static final long RUN = ProcessHandle.current().pid();
    private static final String SLOTS = makeAll();
    private static int taken;

    private SoftToken() {}

    /** A token that no test has used; all are made before the library is loaded, which looks for them only then. */
    static synchronized TokenConfiguration fresh() {
        String label = "sealpost-" + RUN + "-" + taken++;
        String slot = slot(SLOTS, label);
        Map<String, String> settings = Map.of(
                "sealpost.token.library",
                library().toString(),
                "sealpost.token.slot",
                slot,
                "sealpost.token.label",
                label);
        return TokenConfiguration.from(settings::get);
    }

    private static String makeAll() {
        for (int i = 0; i < TOKENS; i++) {
            run(
                    "softhsm2-util",
                    "--init-token",
                    "--free",
                    "--label",
                    "sealpost-" + RUN + "-" + i,
                    "--pin",
                    PIN,
                    "--so-pin",
                    "sicherheit");
        }
        return run("softhsm2-util", "--show-slots");
    }

    private static Path library() {
        return Stream.of("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("SoftHSM is missing: install the package softhsm2"));
    }

    private static String slot(String slots, String label) {
        String slot = "";
        for (String line : slots.lines().map(String::strip).toList()) {
            if (line.matches("Slot \\d+")) {
                slot = line.substring(5);
            }
            if (line.startsWith("Label:") && line.substring(6).strip().equals(label)) {
                return slot;
            }
        }
        throw new IllegalStateException(slots);
    }

    private static String run(String... words) {
        try {
            Process process =
                    new ProcessBuilder(List.of(words)).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
