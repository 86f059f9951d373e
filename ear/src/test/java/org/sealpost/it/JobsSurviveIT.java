package org.sealpost.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** No message is lost and none is doubled: not by kill -9 of the server, not by a consumer that fails. On PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobsSurviveIT {
    private static final int JOBS = 6;
    private static final int ATTEMPTS = 6;

    /** Milliseconds; the six attempts then take 12 s in place of two minutes. */
    private static final int FIRST_DELAY = 100;

    private static final String TEXT = "for the morning after, when the herons come";
    private static final String LINE = "every line of this file is a secret of its own\n";

    private static final String DELIVERED = "subject like 'Job %' and state = 'DELIVERED'";
    /** Some 5 MB: more than is kept in memory of an upload. */
    private static final int FILE_LINES = 100_000;

    private static final Duration BOUND = Duration.ofSeconds(90);

    private Postgres postgres;
    private SampleServer server;

    @BeforeAll
    void open(@TempDir Path data) {
        postgres = Postgres.start();
        Map<String, String> environment = new HashMap<>(postgres.environment());
        environment.put("SEALPOST_JAVA_OPTS", "-Dsealpost.jobs.redelivery.delay=" + FIRST_DELAY);
        server = SampleServer.start(data, environment);
    }

    @AfterAll
    void close() {
        server.close();
        postgres.close();
    }

    @Test
    void jobsInTheQueueSurviveKillMinusNine() throws SQLException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement();
                Chromium browser = new Chromium(server)) {
            Setting setting = Setting.of(browser);
            statement.execute("lock table stored_message in exclusive mode");
            for (int number = 1; number < JOBS; number++) {
                setting.aliceSeals("Job " + number, TEXT);
            }
            sealLargeFile(setting.alice());
            assertThat(jobs("subject like 'Job %' and state = 'QUEUED'")).isEqualTo(JOBS);
            nothingOfItLiesInClear();
            server.kill();
            nothingOfItLiesInClear();
            connection.rollback();
        }
        assertThat(jobs(DELIVERED)).isZero();
        server.start();
        Waiting.await(BOUND, () -> jobs(DELIVERED) == JOBS);
        assertThat(messages("subject like 'Job %'"))
                .as("once in Sent and once in the Inbox")
                .isEqualTo(2 * JOBS);
        assertThat(messages("subject like 'Job %' and folder = 'INBOX'")).isEqualTo(JOBS);
        assertThat(postgres.number("select count(distinct job_id) from stored_message where subject like 'Job %'"))
                .isEqualTo(JOBS);
        assertThat(postgres.number("select count(*) from pg_prepared_xacts")).isZero();
    }

    private static void sealLargeFile(Visitor alice) {
        ComposePage letter = alice.compose()
                .to("bob@corp.example")
                .write("Job 0", TEXT)
                .attach("lines.txt", LINE.repeat(FILE_LINES).getBytes(StandardCharsets.UTF_8));
        assertThat(letter.file("lines.txt")).isVisible();
        letter.send().password(Setting.ALICES).sent();
    }

    /** Neither in the spool nor in the queue's journal, while the messages wait. */
    private void nothingOfItLiesInClear() throws SQLException {
        Traces secrets = Traces.of(Stream.of(TEXT, LINE.strip(), Setting.ALICES, Setting.BOBS)
                .map(Traces::of)
                .toList());
        assertThat(secrets.in(server.data())).isEmpty();
        try (Connection connection = postgres.connect()) {
            assertThat(Columns.of(connection, "public").stream()
                            .flatMap(value -> secrets.in("database", value).stream()))
                    .isEmpty();
        }
    }

    @Test
    void aJobWhoseConsumerFailsIsTriedAgainAndDeliveredOnce() {
        try (Chromium browser = new Chromium(server)) {
            postgres.execute("alter table stored_message add constraint full_disk check (folder <> 'INBOX') not valid");
            Visitor carol = browser.visitor("carol");
            carol.compose()
                    .to("dave@corp.example")
                    .write("Third time lucky", "plain")
                    .send()
                    .sent();
            Waiting.await(BOUND, () -> postgres.number("select count(*) from job_attempt") >= 1);
            postgres.execute("alter table stored_message drop constraint full_disk");
            FolderPage inbox = browser.visitor("dave").inbox().await("Third time lucky");
            assertThat(inbox.lines("Third time lucky")).hasCount(1);
            assertThat(browser.visitor("admin").jobs().explain("Third time lucky"))
                    .containsText("Failed attempts");
        }
        assertThat(jobs("subject = 'Third time lucky' and state = 'DELIVERED'")).isEqualTo(1);
        assertThat(messages("subject = 'Third time lucky'")).isEqualTo(2);
    }

    @Test
    void aJobWhoseAttemptsAreUsedUpFailsSaysWhyAndGoesOutWhenItIsTriedAgain() {
        try (Chromium browser = new Chromium(server)) {
            postgres.execute("alter table stored_message add constraint no_room check (folder <> 'INBOX') not valid");
            browser.visitor("erin")
                    .compose()
                    .to("frank@corp.example")
                    .write("Given up", "and taken up again")
                    .send()
                    .sent();
            Waiting.await(BOUND, () -> jobs("subject = 'Given up' and state = 'FAILED'") == 1);
            assertThat(postgres.number("select count(*) from job_attempt where job_id ="
                            + " (select id from encryption_job where subject = 'Given up')"))
                    .isEqualTo(ATTEMPTS);
            assertThat(messages("subject = 'Given up'")).isZero();
            postgres.execute("alter table stored_message drop constraint no_room");
            JobsPage page = browser.visitor("admin").jobs();
            assertThat(page.explain("Given up")).containsText("All attempts failed, the last one for this cause");
            page.choose("Retry");
            assertThat(browser.visitor("frank").inbox().await("Given up").lines("Given up"))
                    .hasCount(1);
        }
        assertThat(jobs("subject = 'Given up' and state = 'DELIVERED'")).isEqualTo(1);
        assertThat(messages("subject = 'Given up'")).isEqualTo(2);
    }

    private long jobs(String condition) {
        return postgres.number("select count(*) from encryption_job where " + condition);
    }

    private long messages(String condition) {
        return postgres.number("select count(*) from stored_message where " + condition);
    }
}
