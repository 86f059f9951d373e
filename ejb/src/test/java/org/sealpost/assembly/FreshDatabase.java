package org.sealpost.assembly;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.sealpost.model.LeaseRepository;
import org.sealpost.model.Schema;

/** A database of its own, migrated by the product's history; transactions are the test's. */
public final class FreshDatabase {
    private FreshDatabase() {}

    /**
     * Makes one, whose server holds the Key Manager's service; it is gone when the process ends, its connections when the
     * factory is closed.
     */
    public static EntityManagerFactory open() {
        EntityManagerFactory factory = open(source());
        EntityManager database = factory.createEntityManager();
        database.getTransaction().begin();
        new LeaseRepository(database).take(Assembly.SERVER, OptionalLong.empty());
        database.getTransaction().commit();
        database.close();
        return factory;
    }

    /** An empty one, not migrated yet. */
    static DataSource source() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return source;
    }

    /** Migrates the database if that was not done yet, and opens it. */
    static EntityManagerFactory open(DataSource source) {
        Schema.migrate(source);
        Map<String, Object> settings = new HashMap<>();
        settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        settings.put("jakarta.persistence.jtaDataSource", null);
        settings.put("jakarta.persistence.nonJtaDataSource", source);
        return Persistence.createEntityManagerFactory("sealpost", settings);
    }
}
