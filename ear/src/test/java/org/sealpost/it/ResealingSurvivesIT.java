package org.sealpost.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Kill -9 in the middle of a message's new envelope: nothing is lost, halved or doubled, and the owner goes on. On PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResealingSurvivesIT {
    private static final int LETTERS = 4;

    /** Each lies in Sent and in the Inbox. */
    private static final int MESSAGES = 2 * LETTERS;

    /** Those whose turns are over when the server dies; the next one's is in the database, and not committed. */
    private static final int DONE = 3;

    private static final String TEXT = "what the otter carries home before the ice breaks";
    private static final String WEAK = "format = 'CAST_64'";
    private static final String STRONG = "format = 'AES_256_GCM'";

    /** A run that has said nothing for a minute counts as interrupted. */
    private static final Duration BOUND = Duration.ofSeconds(120);

    private Postgres postgres;
    private SampleServer server;

    @BeforeAll
    void open(@TempDir Path data) {
        postgres = Postgres.start();
        server = SampleServer.start(data, postgres.environment());
        try (Chromium browser = new Chromium(server)) {
            Visitor admin = browser.visitor("admin");
            Setting setting = Setting.of(browser);
            assertThat(admin.formats().choose(1, "As it was in 1996").confirm().inForce())
                    .containsText("CAST-64");
            letters().forEach(letter -> write(setting.alice(), letter));
            assertThat(admin.formats()
                            .choose(0, "Back to the present")
                            .confirm()
                            .inForce())
                    .containsText("AES-256-GCM");
        }
        assertThat(messages(WEAK)).isEqualTo(MESSAGES);
    }

    @AfterAll
    void close() {
        server.close();
        postgres.close();
    }

    @Test
    void aRunThatWasKilledHasDoneWholeMessagesAndGoesOnWhenItsOwnerUnlocksAgain() throws SQLException {
        killInTheMiddleOfAMessage();
        assertThat(messages(STRONG)).isEqualTo(DONE);
        assertThat(messages(WEAK)).isEqualTo(MESSAGES - DONE);
        nothingIsLostOrDoubled();
        nothingLiesInClear();
        server.start();
        assertThat(postgres.number("select count(*) from pg_prepared_xacts")).isZero();
        try (Chromium browser = new Chromium(server)) {
            Visitor alice = browser.visitor("alice");
            everyLetterOpens(alice);
            awaitInterrupted(alice);
            assertThat(section(alice)).containsText(DONE + " re-encrypted");
            section(alice).scrollIntoViewIfNeeded();
            alice.picture("reseal-killed");
            unlock(alice);
            assertThat(section(alice)).containsText("Re-encrypting has finished");
            assertThat(section(alice)).containsText(MESSAGES + " re-encrypted");
            alice.picture("reseal-went-on");
            everyLetterOpens(alice);
            assertThat(alice.complaints()).isEmpty();
        }
        assertThat(messages(STRONG)).isEqualTo(MESSAGES);
        nothingIsLostOrDoubled();
        nothingLiesInClear();
    }

    /** Holds one message fast, so that its turn has written everything and waits for its last statement. */
    private void killInTheMiddleOfAMessage() throws SQLException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement();
                Chromium browser = new Chromium(server)) {
            Visitor alice = browser.visitor("alice");
            statement.execute("select id from stored_message where id = (select id from stored_message where " + WEAK
                    + " order by id offset " + DONE + " limit 1) for update");
            alice.options();
            unlock(alice);
            Waiting.await(
                    () -> postgres.number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'") > 0);
            assertThat(section(alice)).containsText("is being re-encrypted");
            server.kill();
            connection.rollback();
        }
    }

    private void nothingIsLostOrDoubled() {
        assertThat(messages("subject like 'Letter %'")).isEqualTo(MESSAGES);
        assertThat(messages("subject like 'Letter %' and folder = 'INBOX'")).isEqualTo(LETTERS);
        assertThat(postgres.number("select count(distinct (job_id, folder)) from stored_message"
                        + " where subject like 'Letter %'"))
                .isEqualTo(MESSAGES);
        assertThat(postgres.number("select count(*) from mail_content c where not exists"
                        + " (select 1 from stored_message m where m.content_id = c.id)"
                        + " and not exists (select 1 from encryption_job j where j.spool_id = c.id)"))
                .as("octets that belong to no message")
                .isZero();
        assertThat(postgres.number("select count(*) from mail_content c where c.size_bytes <>"
                        + " (select sum(length(k.bytes)) from mail_content_chunk k where k.content_id = c.id)"))
                .as("octets that are not whole")
                .isZero();
    }

    private void nothingLiesInClear() throws SQLException {
        Traces secrets = Traces.of(List.of(Traces.of(TEXT), Traces.of(Setting.ALICES)));
        assertThat(secrets.in(server.data())).isEmpty();
        try (Connection connection = postgres.connect()) {
            assertThat(Columns.of(connection, "public").stream()
                            .flatMap(value -> secrets.in("database", value).stream()))
                    .isEmpty();
        }
    }

    private static void write(Visitor alice, String letter) {
        alice.compose()
                .to("alice@corp.example")
                .write(letter, TEXT)
                .send()
                .password(Setting.ALICES)
                .sent()
                .await(letter);
        alice.inbox().await(letter);
    }

    private static void everyLetterOpens(Visitor alice) {
        for (String letter : letters()) {
            assertThat(alice.inbox().lines(letter)).hasCount(1);
            assertThat(alice.sent().lines(letter)).hasCount(1);
            assertThat(alice.sent().open(letter).unlock(Setting.ALICES).text()).containsText(TEXT);
            MessagePage opened = alice.inbox().open(letter).unlock(Setting.ALICES);
            assertThat(opened.text()).containsText(TEXT);
            assertThat(opened.checks()).hasCount(7);
            assertThat(alice.page().locator(".sp-check-OK")).hasCount(7);
        }
    }

    /** The options say so by themselves as soon as it is certain that nobody is at it. */
    private static void awaitInterrupted(Visitor alice) {
        alice.options();
        Waiting.await(BOUND, () -> section(alice).innerText().contains("was interrupted"));
    }

    private static void unlock(Visitor alice) {
        alice.page().locator("[id='resealed:ask']").click();
        alice.page().locator("#resealMail").waitFor();
        alice.page().locator("#reseal input[type=password]").fill(Setting.ALICES);
        alice.page().locator("[id='reseal:go']").click();
    }

    private static Locator section(Visitor alice) {
        return alice.page().locator("#resealing");
    }

    private static List<String> letters() {
        return IntStream.rangeClosed(1, LETTERS)
                .mapToObj(number -> "Letter " + number)
                .toList();
    }

    private long messages(String condition) {
        return postgres.number("select count(*) from stored_message where " + condition);
    }
}
