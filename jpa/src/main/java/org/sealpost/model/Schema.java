package org.sealpost.model;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The database's one history for H2 and PostgreSQL alike. The scripts are standard SQL but for two things that
 * they name differently: {@code ${large}} is the type of bytes without a practical limit, {@code ${bytewise}} has a
 * column compared by its characters' numbers and not by a language's rules, so that beginnings are found by an index.
 */
public final class Schema {
    private static final Map<String, Map<String, String>> WORDS = Map.of(
            "H2", Map.of("large", "blob", "bytewise", ""),
            "PostgreSQL", Map.of("large", "bytea", "bytewise", "collate \"C\""));

    private Schema() {}

    /**
     * Brings the database to the newest version.
     *
     * @return how many steps were taken; 0 when it was up to date
     * @throws IllegalArgumentException for a database of another make
     */
    public static int migrate(DataSource database) {
        return configuration(database).load().migrate().migrationsExecuted;
    }

    private static FluentConfiguration configuration(DataSource database) {
        FluentConfiguration configuration = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration");
        return configuration.placeholders(words(product(database)));
    }

    private static String product(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName();
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer", e);
        }
    }

    private static Map<String, String> words(String product) {
        return WORDS.entrySet().stream()
                .filter(known -> product.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("neither H2 nor PostgreSQL: " + product));
    }
}
