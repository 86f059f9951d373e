package org.sealpost.bulk;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.postgresql.ds.PGPoolingDataSource;
import org.sealpost.assembly.Databases;
import org.sealpost.crypto.Providers;
import org.sealpost.enrolment.EnrolmentService;
import org.sealpost.epf.ClientEnrolment;
import org.sealpost.epf.SecurityFile;
import org.sealpost.model.BulkItemState;
import org.sealpost.pki.KeyType;
import org.sealpost.protocol.TokenCode;

/**
 * Ten thousand mailboxes enabled in bulk, by the beans of the product on a real PostgreSQL: planned, carried out, and then
 * every token redeemed with EC keys on both sides. One thread, as the product's own, so the second core is the database's.
 */
public final class BulkEnabling {
    private static final int MAILBOXES = 10_000;
    private static final Duration AIM = Duration.ofMinutes(5);
    private static final SecureRandom RANDOM = new SecureRandom();

    private BulkEnabling() {}

    /**
     * Ends with status 1 when the whole misses the aim.
     *
     * @param arguments how many mailboxes, if not ten thousand
     */
    public static void main(String[] arguments) throws IOException {
        int mailboxes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : MAILBOXES;
        Duration whole = Duration.ZERO;
        try (BulkOffice office = new BulkOffice(database(), mailboxes)) {
            office.setUp();
            long[] run = new long[1];
            whole = whole.plus(timed("planned", mailboxes, () -> run[0] = office.started(BulkOffice.enabling())));
            whole = whole.plus(timed("enabled, a token each", mailboxes, office::work));
            long done = office.row(run[0]).count(BulkItemState.DONE);
            if (done != mailboxes) {
                throw new IllegalStateException(done + " of " + mailboxes);
            }
            List<TokenToTake> tokens =
                    office.call(() -> office.get(TokenStore.class).take(run[0], "bench"));
            whole = whole.plus(
                    timed("redeemed, two EC pairs each", mailboxes, () -> tokens.forEach(one -> redeem(office, one))));
        }
        System.out.printf(Locale.ROOT, "whole %.1f s, aim %d s%n", whole.toMillis() / 1e3, AIM.toSeconds());
        System.exit(whole.compareTo(AIM) > 0 ? 1 : 0);
    }

    private static void redeem(BulkOffice office, TokenToTake token) {
        String owner = token.address().substring(0, token.address().indexOf('@'));
        try (ClientEnrolment client = ClientEnrolment.begin(
                        Providers.best(), RANDOM, token.address(), TokenCode.parse(token.token()), KeyType.EC_P256);
                SecurityFile file = client.complete(office.as(
                        owner, () -> office.get(EnrolmentService.class).enrol(client.request())))) {
            if (!file.mailbox().equals(token.address())) {
                throw new IllegalStateException(file.mailbox());
            }
        }
    }

    private static Duration timed(String what, int mailboxes, Runnable work) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long processor = system.getProcessCpuTime();
        long begun = System.nanoTime();
        work.run();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        System.out.printf(
                Locale.ROOT,
                "%-28s %6.1f s, %6.1f s of CPU without the database, %5.0f a minute%n",
                what,
                took.toMillis() / 1e3,
                (system.getProcessCpuTime() - processor) / 1e9,
                mailboxes * 60e3 / Math.max(1, took.toMillis()));
        return took;
    }

    /** Connections are kept, as the server keeps them. */
    @SuppressWarnings("deprecation")
    private static DataSource database() throws IOException {
        DataSource fresh = Databases.POSTGRESQL.fresh();
        PGPoolingDataSource pool = new PGPoolingDataSource();
        try (Connection connection = fresh.getConnection()) {
            pool.setUrl(connection.getMetaData().getURL());
        } catch (SQLException e) {
            throw new IOException(e);
        }
        pool.setUser("postgres");
        pool.setMaxConnections(4);
        return pool;
    }
}
