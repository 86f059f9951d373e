package org.sealpost.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A PostgreSQL of the tests' own, to which the server is pointed and into which a test may reach. */
final class Postgres implements AutoCloseable {
    private final EmbeddedPostgres postgres;

    private Postgres(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static Postgres start() {
        try {
            return new Postgres(EmbeddedPostgres.builder()
                    .setServerConfig("max_prepared_transactions", "50")
                    .setServerConfig("max_connections", "120")
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the launcher has to know to use it. */
    Map<String, String> environment() {
        return Map.of(
                "SEALPOST_DB_URL",
                "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
                "SEALPOST_DB_USER",
                "postgres",
                "SEALPOST_DB_PASSWORD",
                "postgres");
    }

    /** A connection whose transactions end when the test says so. */
    Connection connect() throws SQLException {
        Connection connection = postgres.getPostgresDatabase().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    void execute(String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Nobody is connected any more and nobody can connect, as when the database's machine is gone. */
    void vanish() {
        elsewhere("alter database postgres with allow_connections false");
        elsewhere("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'postgres'");
    }

    /** It is there again, with everything that was committed. */
    void comeBack() {
        elsewhere("alter database postgres with allow_connections true");
    }

    private void elsewhere(String sql) {
        try (Connection connection =
                        postgres.getDatabase("postgres", "template1").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The number that a query answers with. */
    long number(String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
