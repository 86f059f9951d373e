package org.sealpost.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TableArchiveTest {
    static Stream<Arguments> pairs() {
        return Stream.of(TestDatabase.values())
                .flatMap(from -> Stream.of(TestDatabase.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyRowOfEveryTableComesBackWhicheverDatabaseWroteIt(TestDatabase from, TestDatabase to) throws SQLException {
        DataSource source = filled(from);
        byte[] archive = write(source);
        DataSource target = migrated(to);
        long rows = read(target, archive);
        assertThat(rows).isEqualTo(new TableArchive(source).size());
        assertThat(write(target)).isEqualTo(archive);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void numbersThatTheDatabaseCountsGoOnWhereTheyStopped(TestDatabase database) throws SQLException {
        DataSource target = migrated(database);
        read(target, write(filled(TestDatabase.H2)));
        execute(target, "insert into mail_content (size_bytes) values (9)");
        assertThat(number(target, "select max(id) from mail_content")).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anArchiveShowsOneMomentHoweverMuchIsWrittenMeanwhile(TestDatabase database) throws SQLException {
        DataSource source = filled(database);
        for (int i = 0; i < 300; i++) {
            execute(source, "insert into mail_content (size_bytes) values (" + i + ")");
        }
        long before = new TableArchive(source).size();
        AtomicBoolean written = new AtomicBoolean();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long rows = new TableArchive(source).write(new DataOutputStream(out), soFar -> {
            if (written.compareAndSet(false, true)) {
                insertMore(source);
            }
        });
        assertThat(written).isTrue();
        assertThat(rows).isEqualTo(before);
        assertThat(new TableArchive(source).size()).isEqualTo(before + 2);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aBrokenArchiveLeavesTheDatabaseAsItWas(TestDatabase database) throws SQLException {
        byte[] archive = write(filled(database));
        DataSource target = migrated(database);
        execute(target, "insert into mail_content (size_bytes) values (1)");
        byte[] before = write(target);
        for (int length : new int[] {10, archive.length / 3, archive.length - 1}) {
            assertThatThrownBy(() -> read(target, Arrays.copyOf(archive, length)))
                    .isInstanceOf(ArchiveRefused.class);
            assertThat(write(target)).isEqualTo(before);
        }
    }

    @Test
    void aDatabaseWithAKeyManagerIsNeverOverwritten() throws SQLException {
        DataSource source = filled(TestDatabase.H2);
        byte[] archive = write(source);
        assertThatThrownBy(() -> read(source, archive))
                .isInstanceOfSatisfying(
                        ArchiveRefused.class, e -> assertThat(e.code()).isEqualTo("restore-into-used-database"));
    }

    @Test
    void anArchiveOfOtherTablesIsToldSo() throws SQLException {
        DataSource source = filled(TestDatabase.H2);
        execute(source, "create table something_newer (id integer primary key)");
        byte[] archive = write(source);
        DataSource target = migrated(TestDatabase.H2);
        assertThatThrownBy(() -> read(target, archive)).isInstanceOfSatisfying(ArchiveRefused.class, e -> {
            assertThat(e.code()).isEqualTo("backup-of-other-version");
            assertThat(e.arguments()).isEqualTo(List.of("something_newer"));
        });
    }

    private static DataSource migrated(TestDatabase database) {
        DataSource source = database.fresh();
        Schema.migrate(source);
        return source;
    }

    private static DataSource filled(TestDatabase database) throws SQLException {
        DataSource source = migrated(database);
        String octets = database == TestDatabase.H2 ? "X'00ff10'" : "'\\x00ff10'::bytea";
        execute(
                source,
                "insert into key_manager (id, organisation, ca_certificate, set_up_at)" + " values (1, 'Søhne & 株式会社', "
                        + octets + ", timestamp '2026-11-24 01:02:03.456789')");
        execute(source, "insert into mail_content (size_bytes) values (3), (4), (5)");
        execute(source, "insert into mail_content_chunk (content_id, position, bytes) values (2, 0, " + octets + ")");
        execute(source, mailbox("m1"));
        execute(
                source,
                "insert into one_time_token (id, mailbox, live_for, state, purpose, hash, tries_left,"
                        + " issued_by, issued_at, expires_at) values ('123e4567-e89b-12d3-a456-426614174000', 'm1', null,"
                        + " 'SPENT', 'ENROL', " + octets + ", 3, 'ada', timestamp '2026-11-24 01:02:03',"
                        + " timestamp '2026-11-25 01:02:03')");
        return source;
    }

    private static byte[] write(DataSource source) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TableArchive(source).write(new DataOutputStream(out), rows -> {});
        return out.toByteArray();
    }

    private static long read(DataSource target, byte[] archive) {
        return new TableArchive(target).read(new DataInputStream(new ByteArrayInputStream(archive)), rows -> {});
    }

    /** Into the table that is being archived and into one that comes after it. */
    private static void insertMore(DataSource source) {
        try {
            execute(source, "insert into mail_content (size_bytes) values (77)");
            execute(source, mailbox("m2"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String mailbox(String id) {
        return "insert into mailbox (id, address, state, returns_to, encrypt_by_default, sign_by_default,"
                + " changed_at, version) values ('" + id + "', 'a@b', 'ENABLED', null, true, false,"
                + " timestamp '2026-11-24 01:02:03', 7)";
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
