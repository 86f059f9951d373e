package org.sealpost.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nothing secret lies in a dump of PostgreSQL, nor in the server's folder beside it. */
@ExtendWith(SharedServer.Giver.class)
class AtRestOnPostgresIT {
    private static final String TEXT = "the bittern booms behind the second weir";
    private static final String SUBJECT = "Subjects are not encrypted here either";

    @Test
    void noSecretLiesInADumpOfTheDatabase(SharedServer shared) throws SQLException {
        Setting setting = shared.setting();
        setting.aliceSeals(SUBJECT, TEXT);
        MessagePage message = setting.bob().inbox().await(SUBJECT).open(SUBJECT).unlock(Setting.BOBS);
        assertThat(message.text()).containsText(TEXT);
        List<Traces> secrets = Stream.concat(
                        Stream.of(
                                        TEXT,
                                        Setting.ALICES,
                                        Setting.BOBS,
                                        setting.alicesToken(),
                                        setting.alicesToken().replace("-", ""))
                                .map(Traces::of),
                        PrivateKeys.traces(shared.alicesFile(), Setting.ALICES).stream())
                .toList();
        List<byte[]> dump = dump(shared.postgres());
        assertThat(secrets.stream()
                        .flatMap(secret -> dump.stream().flatMap(value -> secret.in("database", value).stream())))
                .isEmpty();
        assertThat(dump.stream().flatMap(value -> Traces.of(SUBJECT).in("database", value).stream()))
                .as("what does lie there is found")
                .isNotEmpty();
        assertThat(secrets.stream().flatMap(secret -> secret.in(shared.server().data()).stream()))
                .isEmpty();
    }

    private static List<byte[]> dump(Postgres postgres) throws SQLException {
        try (Connection connection = postgres.connect()) {
            return Columns.of(connection, "public");
        }
    }
}
