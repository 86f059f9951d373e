package org.sealpost.model;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;

/**
 * The two databases that the product runs on, each fresh for every test class: migrated by the product's own history,
 * the entities then checked against it.
 */
enum TestDatabase {
    H2 {
        @Override
        DataSource fresh() {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
            return source;
        }
    },
    POSTGRESQL {
        @Override
        DataSource fresh() {
            String name = "d" + UUID.randomUUID().toString().replace("-", "");
            DataSource server = Server.STARTED.getPostgresDatabase();
            try (var connection = server.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException("no database on the embedded server", e);
            }
            return Server.STARTED.getDatabase("postgres", name);
        }
    };

    static final LeaseHolder HOLDER = new LeaseHolder("holder", "first", "https://first.example");

    abstract DataSource fresh();

    /** A migrated database, opened with its mapping validated, by the server that holds the Key Manager's service. */
    Opened open() {
        Opened opened = open(fresh());
        opened.run(database -> new LeaseRepository(database).take(HOLDER, OptionalLong.empty()));
        return opened;
    }

    /** The database as another server opens it, which does not hold the service. */
    static Opened open(DataSource source) {
        Schema.migrate(source);
        Map<String, Object> settings = new HashMap<>();
        settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        settings.put("jakarta.persistence.jtaDataSource", null);
        settings.put("jakarta.persistence.nonJtaDataSource", source);
        settings.put("hibernate.hbm2ddl.auto", "validate");
        settings.put("hibernate.type.json_format_mapper", new NoJson());
        return new Opened(source, Persistence.createEntityManagerFactory("sealpost", settings));
    }

    /** An open database; every piece of work is one transaction with an entity manager of its own. */
    record Opened(DataSource source, EntityManagerFactory factory) implements AutoCloseable {
        <T> T call(Function<EntityManager, T> work) {
            EntityManager database = factory.createEntityManager();
            try {
                database.getTransaction().begin();
                T result = work.apply(database);
                database.getTransaction().commit();
                return result;
            } finally {
                if (database.getTransaction().isActive()) {
                    database.getTransaction().rollback();
                }
                database.close();
            }
        }

        /** As {@link #call}, for what can go straight into an assertion. */
        <T> List<T> list(Function<EntityManager, List<T>> work) {
            return call(work);
        }

        /** As {@link #call}, for what can go straight into an assertion. */
        <T> Optional<T> find(Function<EntityManager, Optional<T>> work) {
            return call(work);
        }

        void run(Consumer<EntityManager> work) {
            call(database -> {
                work.accept(database);
                return true;
            });
        }

        @Override
        public void close() {
            factory.close();
        }
    }

    /** No column holds JSON; without this Hibernate looks for a JSON library that only the server has. */
    private static final class NoJson implements FormatMapper {
        @Override
        public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
            throw new UnsupportedOperationException();
        }
    }

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
