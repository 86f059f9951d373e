package org.sealpost.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.Databases;
import org.sealpost.model.Act;
import org.sealpost.model.BulkItemState;
import org.sealpost.model.BulkState;
import org.sealpost.model.MailboxId;
import org.sealpost.model.OneTimeToken;
import org.sealpost.model.OneTimeTokenRepository;
import org.sealpost.protocol.TokenCode;

/** Whatever interrupts a run, everybody has one turn, and the token that was kept is the one that counts. */
class BulkInterruptionTest {
    private static final int PEOPLE = 600;
    private static final int ENOUGH = 60;

    @TempDir
    Path folder;

    @Test
    void aServerThatDiesBetweenTwoTurnsGoesOnAfterIts() {
        DataSource database = Assembly.freshH2();
        long run;
        try (BulkOffice office = new BulkOffice(database, 30)) {
            office.setUp();
            run = office.started(BulkOffice.enabling());
            office.dyingAfter(11, Duration.ZERO);
            BulkOffice.untilDeath(office::work);
            assertThat(office.row(run).count(BulkItemState.DONE)).isEqualTo(11);
        }
        assertRestGoesOn(database, run, 30);
    }

    @Test
    void aTurnThatWasHalfDoneIsAsIfItHadNotBegun() {
        DataSource database = Assembly.freshH2();
        long run;
        try (BulkOffice office = new BulkOffice(database, 30)) {
            office.setUp();
            run = office.started(BulkOffice.enabling());
            office.dyingInTheTurn(12);
            BulkOffice.untilDeath(office::work);
            assertThat(office.row(run).count(BulkItemState.DONE)).isEqualTo(11);
            assertThat(office.log(Act.ENABLE)).hasSize(11);
        }
        assertRestGoesOn(database, run, 30);
    }

    /** The process is killed as by kill -9, wherever it is at that moment. */
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void aKilledProcessLeavesARunThatGoesOn() throws IOException, InterruptedException, SQLException {
        DataSource database = Databases.POSTGRESQL.fresh();
        Process server = victim(database);
        try {
            while (server.isAlive() && done(database) < ENOUGH) {
                Thread.sleep(20);
            }
        } finally {
            server.destroyForcibly().waitFor();
        }
        assertThat(done(database)).as("it was killed in the middle").isBetween(ENOUGH, PEOPLE - 1);
        assertRestGoesOn(database, 1, PEOPLE);
    }

    private Process victim(DataSource database) throws IOException, SQLException {
        String address;
        try (Connection connection = database.getConnection()) {
            address = connection.getMetaData().getURL();
        }
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BulkVictim.class.getName(),
                        address,
                        Integer.toString(PEOPLE))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile())
                .start();
    }

    private static int done(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet there = statement.executeQuery(
                    "select count(*) from information_schema.tables where table_name = 'bulk_item'")) {
                there.next();
                if (there.getInt(1) == 0) {
                    return 0;
                }
            }
            try (ResultSet done = statement.executeQuery("select count(*) from bulk_item where state = 'DONE'")) {
                done.next();
                return done.getInt(1);
            }
        }
    }

    private static void assertRestGoesOn(DataSource database, long run, int people) {
        try (BulkOffice office = BulkOffice.restarted(database, people)) {
            office.work();
            assertThat(office.row(run).state()).isEqualTo(BulkState.FINISHED);
            assertThat(office.row(run).count(BulkItemState.DONE)).isEqualTo(people);
            assertThat(office.log(Act.ENABLE)).as("each was enabled once").hasSize(people);
            assertTokensCount(office, run, people);
        }
    }

    private static void assertTokensCount(BulkOffice office, long run, int people) {
        List<TokenToTake> kept = office.call(() -> office.get(TokenStore.class).take(run, "test"));
        Set<String> different = new HashSet<>();
        kept.forEach(token -> different.add(token.token()));
        assertThat(different).hasSize(people);
        office.run(() -> kept.forEach(token -> {
            MailboxId id = new MailboxId(
                    "id-" + token.address().substring(0, token.address().indexOf('@')));
            assertThat(office.get(OneTimeTokenRepository.class).history(id, 2))
                    .as("one token was ever made")
                    .singleElement()
                    .matches(made -> counts(made, token));
        }));
    }

    private static boolean counts(OneTimeToken made, TokenToTake kept) {
        return made.matches(TokenCode.parse(kept.token()).hash());
    }
}
