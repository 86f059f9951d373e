package org.sealpost.bearer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.sealpost.bearer.BearerVerdict.Login;
import org.sealpost.bearer.BearerVerdict.Refused;
import org.sealpost.settings.BearerConfiguration;
import org.sealpost.settings.BearerConfiguration.Provider;

/** Whose login a bearer token stands for, by the word of the identity provider. */
@ApplicationScoped
public class BearerTokens {
    private static final System.Logger LOG = System.getLogger(BearerTokens.class.getName());

    @Inject
    BearerConfiguration configuration;

    @Inject
    Introspection introspection;

    @Inject
    RecentVerdicts recent;

    @Inject
    Clock clock;

    /** Whether any are taken here. */
    public boolean taken() {
        return configuration.provider().isPresent();
    }

    /**
     * The login name that a token stands for; whether the directory knows it is for others to ask.
     *
     * @param token as it was sent
     * @return empty for one that is worth nothing here, and where none are taken
     * @throws ProviderUnavailable when the provider does not say
     */
    public Optional<String> login(String token) {
        return configuration.provider().flatMap(provider -> login(provider, token));
    }

    private Optional<String> login(Provider provider, String token) {
        Instant now = clock.instant();
        BearerVerdict verdict = recent.find(token, now).orElseGet(() -> ask(provider, token, now));
        return verdict instanceof Login login && now.isBefore(login.until())
                ? Optional.of(login.name())
                : Optional.empty();
    }

    private BearerVerdict ask(Provider provider, String token, Instant now) {
        BearerVerdict verdict = new BearerRule(provider.expected()).judge(introspection.ask(provider, token), now);
        if (verdict instanceof Refused refused && refused != Refused.NOT_ACTIVE) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The identity provider vouches for a bearer token that is refused here: {0}.",
                    refused.why());
        }
        recent.keep(token, verdict, now);
        return verdict;
    }
}
