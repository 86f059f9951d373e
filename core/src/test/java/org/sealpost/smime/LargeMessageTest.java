package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages many times larger than the memory are sealed, opened and verified in constant memory. */
class LargeMessageTest {

    @TempDir
    Path folder;

    @Test
    void messagesLargerThanTheHeapAreSealedAndOpened() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeMessageRun.class.getName(),
                        folder.toString(),
                        "AES_256_GCM:CLEAR:200",
                        "AES_256_CBC:CLEAR:200",
                        "AES_128_GCM:OPAQUE:100",
                        "AES_128_CBC:OPAQUE:100",
                        "AES_256_GCM:CLEAR:12",
                        "AES_256_GCM:OPAQUE:11",
                        "CAST_64:CLEAR:25",
                        "CAST_40:OPAQUE:25",
                        "DES:CLEAR:25"))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        assertThat(output.lines()).hasSize(9).allMatch(line -> line.contains("opened, verified and read"));
    }
}
