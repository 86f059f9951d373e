package org.sealpost.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.TestClock;
import org.sealpost.crypto.Passphrase;
import org.sealpost.lock.TestLock;

/** A list of a hundred thousand is built beside the requests for it: whoever asks meanwhile gets the one before. */
class ListsAtScaleTest {
    private static final int REVOKED = 100_000;

    private final TestClock clock = new TestClock();
    private final DataSource database = Assembly.freshH2();
    private final Assembly server = KeyManagers.assembly(clock, "admin", database);
    private final Assembly reader = KeyManagers.assembly(clock, "admin", database);
    private final RevocationLists lists = server.get(RevocationLists.class);

    @BeforeEach
    void setUp() throws SQLException {
        try (Passphrase password = Passphrase.copyOf("correct horse battery")) {
            new TestLock(server).setUp(password);
        }
        server.run(lists::renew);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into mailbox (id, address, state, encrypt_by_default, sign_by_default, changed_at,"
                            + " version) values ('m1', 'a@b', 'REVOKED', true, true, current_timestamp, 0)");
            statement.execute(
                    "insert into issued_certificate (serial, mailbox, profile, state, capabilities, not_before,"
                            + " not_after, encoded, revoked_at, reason, invalid_since, version) select cast(x as varchar),"
                            + " 'm1', 'SIGNING', 'REVOKED', '', timestamp '2026-01-01 00:00:00+00', timestamp '2099-01-01"
                            + " 00:00:00+00', X'3000', timestamp '2026-06-01 00:00:00+00', 'KEY_COMPROMISE', timestamp"
                            + " '2026-05-01 00:00:00+00', 0 from system_range(1, " + REVOKED + ")");
        }
    }

    @AfterEach
    void close() {
        reader.close();
        server.close();
    }

    @Test
    void whileTheNextListIsBuiltTheOneBeforeIsServed() {
        server.run(() -> {
            long begun = System.nanoTime();
            lists.renew();
            long took = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            System.out.println("revocation list of " + REVOKED + " and its delta built in " + took + " ms");
            assertThat(served()).isEqualTo(new Served(1, 0));
        });
        assertThat(served()).isEqualTo(new Served(2, REVOKED));
    }

    private Served served() {
        CurrentList list = reader.inTransaction(
                () -> reader.get(RevocationService.class).currentList().orElseThrow());
        return new Served(list.number(), list.entries());
    }

    private record Served(long number, int entries) {}
}
