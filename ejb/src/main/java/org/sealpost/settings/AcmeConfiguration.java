package org.sealpost.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sealpost.mime.Address;
import org.sealpost.pki.MailDomains;

/**
 * Whether people outside may have certificates by ACME, and who.
 *
 * @param service empty: nobody
 */
public record AcmeConfiguration(Optional<Service> service) {
    private static final String PREFIX = "sealpost.acme.";

    /**
     * What is needed for it.
     *
     * @param domains of whose addresses there may be certificates; empty: of nobody's
     * @param from whom challenges come from, and answers go to
     * @param sending where mail is handed over: {@code smtps://host}, {@code smtp://host} (with TLS by STARTTLS)
     * @param reading where answers are fetched: {@code imaps://host}
     * @param account login for both; none for a server that asks for none
     * @param trusted authorities of their certificates, PEM; empty: those of the Java machine
     * @param resolver the name server that is asked for keys of DKIM; empty: those of this machine
     */
    public record Service(
            Optional<MailDomains> domains,
            Address from,
            MailServer sending,
            MailServer reading,
            Account account,
            Optional<Path> trusted,
            Optional<MailServer> resolver) {
        /** Whether there may be a certificate of that address. */
        public boolean allows(String address) {
            return domains.filter(some -> some.allow(address)).isPresent();
        }
    }

    /**
     * A server by its address.
     *
     * @param scheme how it is spoken to
     * @param port 0: the scheme's own
     */
    public record MailServer(String scheme, String host, int port) {
        private static MailServer of(String name, String given, String... schemes) {
            URI url = URI.create(given.strip());
            String host = String.valueOf(url.getHost());
            MailServer server = new MailServer(String.valueOf(url.getScheme()), host, Math.max(0, url.getPort()));
            boolean known = Stream.of(schemes).anyMatch(server.scheme()::equals);
            boolean plain = server.scheme().equals("imap") && !Settings.ownMachine(host);
            if (!known || plain || url.getHost() == null) {
                throw new IllegalArgumentException(
                        PREFIX + name + ": an address that starts with " + schemes[0] + "://, not " + given);
            }
            return server;
        }

        /** Whether it is spoken to by TLS from the first octet on. */
        public boolean tls() {
            return scheme.endsWith("s");
        }

        /** Whether TLS has to follow before anything else is said. */
        public boolean startTls() {
            return !tls() && !Settings.ownMachine(host);
        }
    }

    /**
     * A login at the mail server.
     *
     * @param user its name
     * @param passwordFile its first line is the password
     */
    public record Account(String user, Path passwordFile) {}

    /**
     * Reads the properties {@code sealpost.acme.*}; unless {@code sealpost.acme} is {@code on}, the others mean nothing.
     *
     * @throws IllegalArgumentException naming what is missing or wrong
     */
    public static AcmeConfiguration from(Function<String, @Nullable String> properties) {
        Settings settings = new Settings(properties);
        if (!settings.text("sealpost.acme", "off").strip().equals("on")) {
            return new AcmeConfiguration(Optional.empty());
        }
        return new AcmeConfiguration(Optional.of(new Service(
                settings.given(PREFIX + "domains").map(MailDomains::parse),
                Address.of(settings.needed(PREFIX + "from")),
                MailServer.of("smtp.url", settings.needed(PREFIX + "smtp.url"), "smtps", "smtp"),
                MailServer.of("imap.url", settings.needed(PREFIX + "imap.url"), "imaps", "imap"),
                new Account(settings.needed(PREFIX + "user"), Path.of(settings.needed(PREFIX + "password.file"))),
                settings.given(PREFIX + "trust.file").map(Path::of),
                settings.given(PREFIX + "dns.url").map(url -> MailServer.of("dns.url", url, "dns")))));
    }

    /** Whether there may be a certificate of that address. */
    public boolean allows(String address) {
        return service.filter(open -> open.allows(address)).isPresent();
    }
}
