package org.sealpost.it;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sealpost.it.Waiting.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.protocol.TokenCode;

/**
 * Two servers on one PostgreSQL: one runs the Key Manager, the other names it, stands by, and takes over when it dies,
 * stands still or ends. Mail goes on on both throughout.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OneServiceIT {
    private static final Duration BOUND = Duration.ofSeconds(15);
    private static final List<String> NEWCOMERS = List.of("dave", "erin", "frank", "officer1", "officer2", "officer3");
    private static final String HALF_ENROLMENTS = """
        select count(*) from mailbox m where
          (select count(*) from issued_certificate c where c.mailbox = m.id and c.state = 'ISSUED')
            <> case when m.state = 'ENABLED' then 2 else 0 end
          or (select count(*) from escrowed_key e where e.mailbox = m.id)
            <> case when m.state = 'ENABLED' then 1 else 0 end
          or (select count(*) from one_time_token t where t.mailbox = m.id and t.state = 'SPENT')
            <> case when m.state = 'ENABLED' then 1 else 0 end
        """;

    private final Map<String, TokenCode> tokens = new HashMap<>();
    private Postgres postgres;
    private SampleServer first;
    private SampleServer second;
    private Chromium browser;
    private Visitor alice;

    @BeforeAll
    void open(@TempDir Path data) {
        postgres = Postgres.start();
        first = SampleServer.start(data.resolve("first"), environment(data, "first"));
        second = SampleServer.start(data.resolve("second"), environment(data, "second"));
        browser = new Chromium(second);
        try (Chromium holder = new Chromium(first)) {
            Setting.of(holder).aliceSeals("First 1", "on the holder");
        }
        alice = browser.visitor("alice");
    }

    private Map<String, String> environment(Path data, String name) {
        Map<String, String> environment = new HashMap<>(postgres.environment());
        environment.put("SEALPOST_SERVER_NAME", name);
        environment.put(
                "SEALPOST_STARTUP_PASSWORD_FILE",
                data.resolve("first/startup-password").toString());
        return environment;
    }

    @AfterAll
    void close() {
        browser.close();
        second.close();
        first.close();
        postgres.close();
    }

    @Test
    @Order(1)
    void theSecondNamesTheHolderAndRefusesWhatNeedsKeys() {
        Programs passive = new Programs(second);
        assertThat(passive.ready().status()).isEqualTo(200);
        assertThat(passive.ready().body()).contains("passive: held by first (" + first.url() + ") since ");
        assertThat(passive.role()).isEqualTo("PASSIVE");
        Programs.Answer refused = passive.token("carol");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.body()).contains("runs on another server: first");
        assertThat(browser.visitor("admin")
                        .go("/console/service.xhtml")
                        .locator("#holder")
                        .innerText())
                .contains("Held by first since");
        seal("Second 1");
    }

    @Test
    @Order(2)
    void killMinusNineInTheMiddleOfAnEnrolmentLosesNoneAndHalvesNone() throws Exception {
        Programs holder = new Programs(first);
        NEWCOMERS.forEach(login -> tokens.put(login, holder.enable(login)));
        CompletableFuture<Void> enrolments =
                CompletableFuture.runAsync(() -> NEWCOMERS.forEach(login -> holder.redeem(login, token(login))));
        await(() -> number("select count(*) from mailbox where state = 'ENABLED'") >= 3);
        Instant killed = whileAnEnrolmentIsInTheDatabase(() -> {}, first::kill);
        seal("Second 2");
        Programs successor = new Programs(second);
        await(() -> runs(successor));
        assertThat(Duration.between(killed, Instant.now())).isLessThanOrEqualTo(BOUND);
        assertThat(enrolments.handle((done, failure) -> failure != null).join()).isTrue();
        assertThat(number(HALF_ENROLMENTS)).isZero();
        for (String login : NEWCOMERS) {
            boolean enabled =
                    number("select count(*) from mailbox where state = 'ENABLED' and address like '" + login + "@%'")
                            == 1;
            assertThat(successor.redeem(login, token(login)).status()).isEqualTo(enabled ? 403 : 200);
        }
        assertThat(number(HALF_ENROLMENTS)).isZero();
        assertThat(number("select count(*) - count(distinct serial) from issued_certificate"))
                .isZero();
        assertThat(number("select count(*) from audit_entry where act = 'TAKE_OVER'"))
                .isEqualTo(1);
    }

    @Test
    @Order(3)
    void whoComesBackFindsTheServiceHeldAndStandsBy() {
        first.start();
        assertThat(new Programs(first).ready().body()).contains("passive: held by second");
        try (Chromium back = new Chromium(first)) {
            back.visitor("alice")
                    .compose()
                    .to("bob@corp.example")
                    .write("First 2", "back again")
                    .send()
                    .password(Setting.ALICES)
                    .sent();
        }
        await(() -> delivered("First 2"));
    }

    @Test
    @Order(4)
    void aPausedHolderWritesNothingWhenItGoesOn() throws Exception {
        Programs holder = new Programs(second);
        TokenCode token = holder.enable("grace");
        CompletableFuture<Programs.Answer> enrolment = new CompletableFuture<>();
        Instant paused = whileAnEnrolmentIsInTheDatabase(
                () -> enrolment.completeAsync(() -> holder.redeem("grace", token)), second::pause);
        Programs successor = new Programs(first);
        await(() -> runs(successor));
        assertThat(Duration.between(paused, Instant.now())).isLessThanOrEqualTo(BOUND);
        second.resume();
        Programs.Answer refused = holder.token("carol");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(enrolment.get(60, TimeUnit.SECONDS).status()).isGreaterThanOrEqualTo(500);
        assertThat(number("select count(*) from mailbox where state = 'ENABLED' and address like 'grace@%'"))
                .isZero();
        assertThat(number(HALF_ENROLMENTS)).isZero();
        await(() -> holder.role().equals("PASSIVE"));
        await(() -> number("select count(*) from audit_entry where act = 'LOSE_SERVICE'") == 1);
        assertThat(successor.redeem("grace", token).status()).isEqualTo(200);
        seal("Second 3");
    }

    @Test
    @Order(5)
    void whoEndsGivesTheServiceBackAtOnce() {
        Instant stopped = Instant.now();
        first.stop();
        Programs successor = new Programs(second);
        await(() -> runs(successor));
        assertThat(Duration.between(stopped, Instant.now())).isLessThanOrEqualTo(BOUND);
        assertThat(successor.token("carol").status()).isEqualTo(200);
        seal("Second 4");
        assertThat(number("select count(*) from pg_prepared_xacts")).isZero();
    }

    /** Lets something happen to a server between the first and the last write of an enrolment. @return when it did */
    private Instant whileAnEnrolmentIsInTheDatabase(Runnable enrolment, Runnable blow) throws SQLException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("lock table escrowed_key in exclusive mode");
            enrolment.run();
            await(() -> number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'") > 0);
            blow.run();
            Instant struck = Instant.now();
            connection.rollback();
            return struck;
        }
    }

    /** Alice seals a message on the second server, and it arrives. */
    private void seal(String subject) {
        alice.compose()
                .to("bob@corp.example")
                .write(subject, "sealed on the second server")
                .send()
                .password(Setting.ALICES)
                .sent();
        await(() -> delivered(subject));
    }

    /** Holds the service, and has opened its keys. */
    private static boolean runs(Programs server) {
        return server.role().equals("HOLDER") && server.ready().body().contains("RUNNING");
    }

    private boolean delivered(String subject) {
        return number("select count(*) from stored_message where subject = '" + subject + "'") == 2;
    }

    private TokenCode token(String login) {
        return requireNonNull(tokens.get(login));
    }

    private long number(String sql) {
        return postgres.number(sql);
    }
}
