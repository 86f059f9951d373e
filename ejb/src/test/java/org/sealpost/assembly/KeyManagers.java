package org.sealpost.assembly;

import java.security.SecureRandom;
import java.time.Clock;
import org.sealpost.audit.Caller;
import org.sealpost.crypto.Hpke;
import org.sealpost.crypto.KeyWrap;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.KeyPairs;
import org.sealpost.settings.ServerConfiguration;

/** Assemblies with everything that the Key Manager's beans ask for. */
public final class KeyManagers {
    private KeyManagers() {}

    /** The parts that the product's producers give, with that clock and for that login. */
    public static Assembly assembly(Clock clock, String login) {
        SecureRandom random = new SecureRandom();
        Providers providers = Providers.best();
        return new Assembly()
                .give(Clock.class, clock)
                .give(SecureRandom.class, random)
                .give(Providers.class, providers)
                .give(KeyPairs.class, new KeyPairs(providers, random))
                .give(KeyWrap.class, new KeyWrap(providers, random))
                .give(Hpke.class, new Hpke(providers, random))
                .give(Caller.class, new Caller(() -> login))
                .give(ServerConfiguration.class, ServerConfiguration.from(name -> null));
    }
}
