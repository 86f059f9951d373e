package org.sealpost.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Nothing secret comes to rest: not in the database, the queue's journal, logs, transaction store or temporary files. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AtRestIT {
    private static final String TEXT = "the kingfisher nests under the third bridge";
    private static final String ATTACHED = "coordinates of the nest are north by northwest";
    private static final String PLAIN_SUBJECT = "Subjects are not encrypted";

    private SampleServer server;
    private List<String> secrets = List.of();

    @BeforeAll
    void live(@TempDir Path data) {
        server = SampleServer.start(data);
        try (Chromium browser = new Chromium(server)) {
            Setting setting = Setting.of(browser);
            secrets = List.of(
                    TEXT,
                    ATTACHED,
                    Setting.ALICES,
                    Setting.BOBS,
                    setting.alicesToken(),
                    setting.alicesToken().replace("-", ""));
            ComposePage compose = setting.alice()
                    .compose()
                    .to("bob@corp.example")
                    .write(PLAIN_SUBJECT, TEXT)
                    .attach("nest.txt", ATTACHED.getBytes(StandardCharsets.UTF_8));
            assertThat(compose.file("nest.txt")).isVisible();
            compose.send().password(Setting.ALICES).sent();
            MessagePage message = setting.bob()
                    .inbox()
                    .await(PLAIN_SUBJECT)
                    .open(PLAIN_SUBJECT)
                    .unlock(Setting.BOBS);
            assertThat(message.text()).containsText(TEXT);
            message.reply();
        }
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void noSecretLiesInAnyFileWhileTheServerRunsAfterItsDeathAndAfterItsStop() {
        assertThat(traces()).isEmpty();
        server.kill();
        assertThat(traces()).isEmpty();
        server.start();
        assertThat(server.stop()).isZero();
        assertThat(traces()).isEmpty();
        List<byte[]> values = database();
        assertThat(values).hasSizeGreaterThan(200);
        assertThat(secrets.stream().flatMap(secret -> values.stream()
                        .flatMap(value -> Traces.of(secret).in("database", value).stream())))
                .isEmpty();
        assertThat(values.stream().flatMap(value -> Traces.of(PLAIN_SUBJECT).in("database", value).stream()))
                .as("what does lie there is found")
                .isNotEmpty();
    }

    private Stream<String> traces() {
        return secrets.stream().flatMap(secret -> Traces.of(secret).in(server.data()).stream());
    }

    /** Every value of every column of every table, binary ones too. */
    private List<byte[]> database() {
        String url = "jdbc:h2:file:" + server.data().resolve("database/sealpost") + ";IFEXISTS=TRUE";
        List<byte[]> values = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, "sealpost", "sealpost");
                ResultSet tables =
                        connection.getMetaData().getTables(null, "PUBLIC", "%", new String[] {"BASE TABLE"})) {
            while (tables.next()) {
                collect(connection, tables.getString("TABLE_NAME"), values);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return values;
    }

    private static void collect(Connection connection, String table, List<byte[]> values) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from \"" + table + "\"")) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    Object value = rows.getObject(column);
                    values.add(
                            value instanceof byte[] bytes
                                    ? bytes
                                    : String.valueOf(value).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }
}
