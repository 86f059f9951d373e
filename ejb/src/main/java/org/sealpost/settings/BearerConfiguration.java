package org.sealpost.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whose bearer tokens stand for a login of a program.
 *
 * @param provider empty: nobody's
 */
public record BearerConfiguration(Optional<Provider> provider) {
    private static final String PREFIX = "sealpost.bearer.";

    /**
     * The organisation's identity provider, and how it is asked what a token is worth (RFC 7662).
     *
     * @param introspection where it is asked: by https, or on this machine
     * @param client name of this server there
     * @param secretFile its first line is this server's secret there
     * @param trusted authorities of its certificate, PEM; empty: those of the Java machine
     * @param expected what it has to say of a token
     */
    public record Provider(
            URI introspection, String client, Path secretFile, Optional<Path> trusted, Expected expected) {

        /** @throws IllegalArgumentException for an address to which the secret would travel in clear */
        public Provider {
            String host = String.valueOf(introspection.getHost());
            boolean own = "http".equals(introspection.getScheme()) && Settings.ownMachine(host);
            if (!own && !"https".equals(introspection.getScheme())) {
                throw new IllegalArgumentException(
                        PREFIX + "introspection.url: an address that starts with https://, not " + introspection);
            }
        }
    }

    /**
     * What is said of a token that counts here.
     *
     * @param issuer who has issued it ({@code iss})
     * @param audience whom it is for, beside others ({@code aud})
     * @param claim which of its claims is the login name in the directory
     */
    public record Expected(String issuer, String audience, String claim) {}

    /** Reads the properties {@code sealpost.bearer.*}; without an address to ask at, the others mean nothing. */
    public static BearerConfiguration from(Function<String, @Nullable String> properties) {
        Settings settings = new Settings(properties);
        return new BearerConfiguration(settings.given(PREFIX + "introspection.url")
                .map(url -> new Provider(
                        URI.create(url.strip()),
                        settings.needed(PREFIX + "client"),
                        Path.of(settings.needed(PREFIX + "client.secret.file")),
                        settings.given(PREFIX + "trust.file").map(Path::of),
                        new Expected(
                                settings.needed(PREFIX + "issuer"),
                                settings.text(PREFIX + "audience", settings.needed(PREFIX + "client")),
                                settings.text(PREFIX + "claim", "preferred_username")))));
    }
}
