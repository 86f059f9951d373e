package org.sealpost.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;
import org.sealpost.model.Schema;

/**
 * A PostgreSQL with the product's schema and many rows: 200 000 mailboxes with five certificates each over eight years,
 * some of them revoked and few prepared, and as many audit entries, one in a hundred a failure.
 */
final class LargeDatabase implements AutoCloseable {
    private static final String MAILBOXES = "insert into mailbox (id, address, state, encrypt_by_default,"
            + " sign_by_default, changed_at, version) select md5('m' || i)::uuid::text, 'user' || i || '@corp.example',"
            + " 'ENABLED', true, true, now(), 0 from generate_series(1, %d) i";

    private static final String CERTIFICATES = "insert into issued_certificate (serial, mailbox, profile, state,"
            + " capabilities, not_before, not_after, encoded, version, address)"
            + " select '1' || substr(md5('c' || i), 2), md5('m' || m)::uuid::text,"
            + " case when i %% 2 = 0 then 'SIGNING' else 'ENCRYPTION' end,"
            + " case when i %% 5000 = 0 then 'PREPARED' when i %% 20 = 0 then 'REVOKED' else 'ISSUED' end, '',"
            + " begun, begun + interval '18 months', decode(repeat(md5('e' || i), 40), 'hex'), 0,"
            + " 'user' || m || '@corp.example' from (select i, 1 + i %% %d as m,"
            + " now() - interval '8 years' * random() as begun from generate_series(1, %d) i) rows";

    private static final String ENTRIES = "insert into audit_entry (entry_number, happened_at, actor, act, outcome,"
            + " subject, details, entry_hash, actor_key, subject_key, mailbox_key)"
            + " select i, now() - interval '8 years' + interval '4 minutes' * i, 'user' || m,"
            + " case when i %% 10000 = 0 then 'ROTATE_MASTER_KEY' when i %% 50 = 0 then 'REVOKE'"
            + " when i %% 2 = 0 then 'ENROL' else 'ENABLE' end,"
            + " case when i %% 100 = 0 then 'FAILURE' else 'SUCCESS' end,"
            + " 'user' || m || '@corp.example ' || md5('m' || m)::uuid::text, 'details of the entry',"
            + " decode(repeat(md5('h' || i), 2), 'hex'), 'user' || m,"
            + " 'user' || m || '@corp.example ' || md5('m' || m)::uuid::text, md5('m' || m)::uuid::text"
            + " from (select i, 1 + (i::bigint * 7919) %% %d as m from generate_series(1, %d) i) rows";

    private final EmbeddedPostgres server;
    private final EntityManagerFactory factory;

    LargeDatabase(int mailboxes, int rows) throws Exception {
        server = EmbeddedPostgres.start();
        DataSource source = server.getPostgresDatabase();
        Schema.migrate(source);
        fill(source, mailboxes, rows);
        Map<String, Object> settings = new HashMap<>();
        settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        settings.put("jakarta.persistence.jtaDataSource", null);
        settings.put("jakarta.persistence.nonJtaDataSource", source);
        settings.put("hibernate.type.json_format_mapper", new NoJson());
        factory = Persistence.createEntityManagerFactory("sealpost", settings);
    }

    private static void fill(DataSource source, int mailboxes, int rows) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(String.format(MAILBOXES, mailboxes));
            statement.execute(String.format(CERTIFICATES, mailboxes, rows));
            statement.execute(String.format(ENTRIES, mailboxes, rows));
            statement.execute("vacuum analyze");
        }
    }

    EntityManagerFactory factory() {
        return factory;
    }

    @Override
    public void close() throws Exception {
        factory.close();
        server.close();
    }

    /** No column holds JSON, and Hibernate looks for a library that only the server has. */
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
}
