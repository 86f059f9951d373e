package org.sealpost.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Kill -9 in the middle of a drill: no quorum lies in the database, and one more officer goes on. On PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DrillSurvivesIT {
    private static final int OFFICERS = 3;

    private Postgres postgres;
    private SampleServer server;

    @BeforeAll
    void open(@TempDir Path data) {
        postgres = Postgres.start();
        server = SampleServer.start(data, postgres.environment());
        try (Chromium browser = new Chromium(server)) {
            Visitor admin = browser.visitor("admin");
            for (int i = 1; i <= OFFICERS; i++) {
                MailboxesPage mailboxes = admin.mailboxes();
                String token = mailboxes.enable(login(i) + "@corp.example");
                mailboxes.forget();
                assertThat(browser.visitor(login(i))
                                .options()
                                .setUp(token, password(i))
                                .done())
                        .isVisible();
            }
            RecoveryPage page = RecoveryPage.of(admin)
                    .name(2, "officer1@corp.example", "officer2@corp.example", "officer3@corp.example");
            assertThat(page.officers()).isVisible();
            page.drill("yearly");
            assertThat(page.notice()).containsText("It waits for 2 officers");
        }
    }

    @AfterAll
    void close() {
        server.close();
        postgres.close();
    }

    @Test
    void aDrillThatWasKilledIsCarriedOnByAnOfficerWhoHadNotContributed() throws SQLException {
        try (Chromium browser = new Chromium(server)) {
            RecoveryPage first =
                    RecoveryPage.of(browser.visitor(login(1))).look().approve(password(1));
            assertThat(first.newest()).containsText("1 of 2");
            assertOnlyTheFirstOfficersAreKept();
            killWhileKeysAreOpened(browser.visitor(login(2)));
        }
        assertOnlyTheFirstOfficersAreKept();
        server.start();
        try (Chromium browser = new Chromium(server)) {
            Visitor officer = browser.visitor(login(3));
            RecoveryPage page = RecoveryPage.of(officer);
            assertThat(page.drilling()).containsText("The drill was broken off");
            officer.picture("drill-broken");
            assertThat(standing(officer).get("opened").getAsInt()).isZero();
            page.goOn(password(3));
            assertThat(page.notice()).containsText("Every key had its turn");
            JsonObject standing = standing(officer);
            assertThat(standing.get("ended").getAsBoolean()).isTrue();
            assertThat(standing.get("opened").getAsInt()).isEqualTo(OFFICERS);
            assertThat(standing.get("failed").getAsInt()).isZero();
            assertThat(RecoveryPage.of(officer).drilling()).hasCount(0);
            assertThat(officer.complaints()).isEmpty();
        }
        assertThat(postgres.number("select count(*) from opening_contribution")).isZero();
    }

    /** Holds what the first officer contributed, so that the first turn has opened its keys and cannot wipe it. */
    private void killWhileKeysAreOpened(Visitor officer) throws SQLException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select serial from opening_contribution for update");
            RecoveryPage.of(officer).look().send(password(2));
            officer.stepUp().give(server.password(login(2)));
            Waiting.await(
                    () -> postgres.number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'") > 0);
            server.kill();
            connection.rollback();
        }
    }

    private void assertOnlyTheFirstOfficersAreKept() {
        assertThat(postgres.number("select count(*) from opening_contribution")).isEqualTo(OFFICERS);
        assertThat(postgres.number("select count(distinct holder) from opening_contribution"))
                .isEqualTo(1);
    }

    private static JsonObject standing(Visitor officer) {
        Visitor.Answer answer = officer.call("GET", "/api/v1/escrow/drills");
        assertThat(answer.status()).isEqualTo(200);
        return JsonParser.parseString(answer.text()).getAsJsonObject();
    }

    private static String login(int officer) {
        return "officer" + officer;
    }

    private static String password(int officer) {
        return "officer number " + officer + " and a long word";
    }
}
