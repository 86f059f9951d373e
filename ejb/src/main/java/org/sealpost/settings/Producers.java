package org.sealpost.settings;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.sealpost.crypto.Hpke;
import org.sealpost.crypto.KeyWrap;
import org.sealpost.crypto.PasswordHardening;
import org.sealpost.crypto.Providers;
import org.sealpost.epf.SecurityFileStore;
import org.sealpost.model.LeaseHolder;
import org.sealpost.pki.KeyPairs;

/** The parts that use cases are given and never make themselves, so that tests can give them others. */
@ApplicationScoped
public class Producers {
    /** The container's: each transaction has its own persistence context behind it. */
    @Produces
    @PersistenceContext(unitName = "sealpost")
    EntityManager database;

    /** For what no entity does: archiving all tables. */
    @Produces
    @Resource(lookup = "java:jboss/datasources/Sealpost")
    DataSource tables;

    /** In UTC and whole milliseconds, which every database keeps as they are. */
    @Produces
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.system(ZoneOffset.UTC), Duration.ofMillis(1));
    }

    @Produces
    @Singleton
    SecureRandom random() {
        return new SecureRandom();
    }

    @Produces
    @Singleton
    Providers providers() {
        return Providers.best();
    }

    @Produces
    @Singleton
    KeyPairs keyPairs(Providers providers, SecureRandom random) {
        return new KeyPairs(providers, random);
    }

    @Produces
    @Singleton
    KeyWrap keyWrap(Providers providers, SecureRandom random) {
        return new KeyWrap(providers, random);
    }

    @Produces
    @Singleton
    Hpke hpke(Providers providers, SecureRandom random) {
        return new Hpke(providers, random);
    }

    /** What guessing a new start-up password costs. */
    @Produces
    @Singleton
    PasswordHardening hardening() {
        return PasswordHardening.RECOMMENDED;
    }

    @Produces
    @Singleton
    SecurityFileStore securityFiles(Providers providers, SecureRandom random) {
        return new SecurityFileStore(providers, random);
    }

    @Produces
    @Singleton
    ServerConfiguration configuration() {
        return ServerConfiguration.from(System::getProperty);
    }

    @Produces
    @Singleton
    MailConfiguration mail() {
        return MailConfiguration.from(System::getProperty);
    }

    @Produces
    @Singleton
    TokenMailConfiguration tokensByMail() {
        return TokenMailConfiguration.from(System::getProperty);
    }

    @Produces
    @Singleton
    LookupConfiguration lookup() {
        return LookupConfiguration.from(System::getProperty);
    }

    @Produces
    @Singleton
    AddressBookConfiguration addressBook() {
        return AddressBookConfiguration.from(System::getProperty);
    }

    @Produces
    @Singleton
    BackupConfiguration backup() {
        return BackupConfiguration.from(System::getProperty);
    }

    @Produces
    @Singleton
    RequestConfiguration requests() {
        return RequestConfiguration.from(System::getProperty);
    }

    @Produces
    @Singleton
    BearerConfiguration bearers() {
        return BearerConfiguration.from(System::getProperty);
    }

    @Produces
    @Singleton
    AcmeConfiguration acme() {
        return AcmeConfiguration.from(System::getProperty);
    }

    @Produces
    @Singleton
    LeaseHolder server(SecureRandom random) {
        return ServerIdentity.from(System::getProperty, random);
    }

    @Produces
    @Singleton
    TokenConfiguration token() {
        return TokenConfiguration.from(System::getProperty);
    }
}
