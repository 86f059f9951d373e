package org.sealpost.assembly;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;

/** The two databases that the product runs on; each call gives a new, empty one. */
public enum Databases {
    H2 {
        @Override
        public DataSource fresh() {
            return Assembly.freshH2();
        }
    },
    POSTGRESQL {
        @Override
        public DataSource fresh() {
            String name = "d" + UUID.randomUUID().toString().replace("-", "");
            try (Connection connection = Server.STARTED.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException("no database on the embedded server", e);
            }
            return Server.STARTED.getDatabase("postgres", name);
        }
    };

    /** A new database without any table. */
    public abstract DataSource fresh();

    /** One server for all tests; it ends with the Java process. */
    private static final class Server {
        static final EmbeddedPostgres STARTED = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException("the embedded PostgreSQL does not start", e);
            }
        }
    }
}
