package org.sealpost.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Neither does kill -9 lose or double a message where the database is the embedded one. */
class EmbeddedJobsIT {
    private static final int JOBS = 3;

    @Test
    void jobsInTheQueueSurviveKillMinusNine(@TempDir Path data) throws IOException {
        SampleServer server = SampleServer.start(data);
        try {
            try (Chromium browser = new Chromium(server);
                    Broker broker = new Broker(server)) {
                Setting setting = Setting.of(browser);
                broker.hold();
                for (int number = 0; number < JOBS; number++) {
                    setting.aliceSeals("Job " + number, "for the morning after");
                }
                assertThat(setting.bob().inbox().lines("Job ")).hasCount(0);
                server.kill();
            }
            server.start();
            try (Chromium browser = new Chromium(server)) {
                Visitor bob = browser.visitor("bob");
                for (int number = 0; number < JOBS; number++) {
                    assertThat(bob.inbox().await("Job " + number).lines("Job " + number))
                            .hasCount(1);
                }
                assertThat(browser.visitor("alice").sent().lines("Job ")).hasCount(JOBS);
                assertThat(bob.inbox().open("Job 0").unlock(Setting.BOBS).text())
                        .containsText("for the morning after");
            }
        } finally {
            server.close();
        }
    }
}
