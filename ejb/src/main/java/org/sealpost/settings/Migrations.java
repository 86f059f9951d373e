package org.sealpost.settings;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;
import org.sealpost.model.Schema;

/**
 * Brings the database to this version before anything else touches it: every other bean that works at start depends on
 * this one. When it fails, the deployment fails, and the server never becomes ready.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {
    /** Name for {@code @DependsOn}. */
    public static final String NAME = "Migrations";

    @Resource(lookup = "java:jboss/datasources/Sealpost")
    DataSource database;

    @PostConstruct
    void migrate() {
        Schema.migrate(database);
    }
}
