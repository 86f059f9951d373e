package org.sealpost.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
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
    private Traces secrets = Traces.of(List.of());

    @BeforeAll
    void live(@TempDir Path folder) {
        server = SampleServer.start(folder.resolve("data"));
        try (Chromium browser = new Chromium(server)) {
            Setting setting = Setting.of(browser);
            Path epf = folder.resolve("alice.epf");
            new OptionsPage(setting.alice().page()).download(epf);
            secrets = secrets(setting, epf);
            exchange(setting);
        }
    }

    private static Traces secrets(Setting setting, Path epf) {
        String token = setting.alicesToken();
        return Traces.of(Stream.concat(
                        Stream.of(TEXT, ATTACHED, Setting.ALICES, Setting.BOBS, token, token.replace("-", ""))
                                .map(Traces::of),
                        PrivateKeys.traces(epf, Setting.ALICES).stream())
                .toList());
    }

    private static void exchange(Setting setting) {
        ComposePage compose = setting.alice()
                .compose()
                .to("bob@corp.example")
                .write(PLAIN_SUBJECT, TEXT)
                .attach("nest.txt", ATTACHED.getBytes(StandardCharsets.UTF_8));
        assertThat(compose.file("nest.txt")).isVisible();
        compose.send().password(Setting.ALICES).sent();
        MessagePage message =
                setting.bob().inbox().await(PLAIN_SUBJECT).open(PLAIN_SUBJECT).unlock(Setting.BOBS);
        assertThat(message.text()).containsText(TEXT);
        message.reply();
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void noSecretLiesInAnyFileWhileTheServerRunsAfterItsDeathAndAfterItsStop() {
        assertThat(secrets.in(server.data())).isEmpty();
        server.kill();
        assertThat(secrets.in(server.data())).isEmpty();
        server.start();
        assertThat(server.stop()).isZero();
        assertThat(secrets.in(server.data())).isEmpty();
        List<byte[]> values = database();
        assertThat(values).hasSizeGreaterThan(200);
        assertThat(values.stream().flatMap(value -> secrets.in("database", value).stream()))
                .isEmpty();
        assertThat(values.stream().flatMap(value -> Traces.of(PLAIN_SUBJECT).in("database", value).stream()))
                .as("what does lie there is found")
                .isNotEmpty();
    }

    private List<byte[]> database() {
        String url = "jdbc:h2:file:" + server.data().resolve("database/sealpost") + ";IFEXISTS=TRUE";
        try (Connection connection = DriverManager.getConnection(url, "sealpost", "sealpost")) {
            return Columns.of(connection, "PUBLIC");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
