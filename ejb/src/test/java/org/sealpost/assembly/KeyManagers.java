package org.sealpost.assembly;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;
import org.sealpost.audit.Caller;
import org.sealpost.crypto.Hpke;
import org.sealpost.crypto.KeyWrap;
import org.sealpost.crypto.PasswordHardening;
import org.sealpost.crypto.Providers;
import org.sealpost.directory.Directory;
import org.sealpost.epf.SecurityFileStore;
import org.sealpost.model.LeaseHolder;
import org.sealpost.pki.KeyPairs;
import org.sealpost.settings.ServerConfiguration;
import org.sealpost.settings.TokenConfiguration;
import org.sealpost.settings.TokenMailConfiguration;

/** Assemblies with everything that the Key Manager's beans ask for. */
public final class KeyManagers {
    /** The least that is possible, as of rounds: tests type passwords by the thousand. */
    private static final PasswordHardening QUICK = new PasswordHardening(8, 1, 1);

    private static final int FEW_ROUNDS = 1;

    private KeyManagers() {}

    /** The parts that the product's producers give, with that clock and for that login. */
    public static Assembly assembly(Clock clock, String login) {
        return fill(new Assembly(), clock, new Caller(() -> login));
    }

    /** The same on that database. */
    public static Assembly assembly(Clock clock, String login, DataSource database) {
        return assembly(database, clock, new Caller(() -> login));
    }

    /** As {@link #assembly(Clock, String)} on that database, for whoever the caller is at the time. */
    public static Assembly assembly(DataSource database, Clock clock, Caller caller) {
        return fill(new Assembly(database), clock, caller);
    }

    /** Another server on that database, which does not hold the Key Manager's service. */
    public static Assembly another(DataSource database, Clock clock, LeaseHolder server) {
        return fill(new Assembly(database, server), clock, new Caller(() -> "system"));
    }

    private static Assembly fill(Assembly empty, Clock clock, Caller caller) {
        SecureRandom random = new SecureRandom();
        Providers providers = Providers.best();
        return empty.give(Clock.class, clock)
                .give(SecureRandom.class, random)
                .give(Providers.class, providers)
                .give(KeyPairs.class, new KeyPairs(providers, random))
                .give(KeyWrap.class, new KeyWrap(providers, random))
                .give(Hpke.class, new Hpke(providers, random))
                .give(PasswordHardening.class, QUICK)
                .give(SecurityFileStore.class, new SecurityFileStore(providers, random, FEW_ROUNDS))
                .give(Caller.class, caller)
                .give(Directory.class, new Staff())
                .give(Instance.class, Container.instances(empty))
                .give(Event.class, Container.silence())
                .give(TokenConfiguration.class, TokenConfiguration.from(name -> null))
                .give(TokenMailConfiguration.class, TokenMailConfiguration.from(name -> null))
                .give(ServerConfiguration.class, ServerConfiguration.from(name -> null));
    }
}
