package org.sealpost.settings;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The address book that mail programs read over LDAP.
 *
 * @param port where it listens, by TLS; 0 when there is none
 * @param bindAddress the address to listen on
 * @param strangers whether programs without a login may ask for whole addresses
 * @param baseDn below which its entries are
 * @param keyStore the server's TLS key and certificate, PKCS #12
 */
public record AddressBookConfiguration(
        int port, String bindAddress, boolean strangers, String baseDn, Optional<Path> keyStore) {
    private static final int HIGHEST_PORT = 65_535;

    /**
     * Reads {@code sealpost.ldap.view.*} and what it shares with the server: without a port there is no address book.
     *
     * @throws IllegalArgumentException when the port is none
     */
    public static AddressBookConfiguration from(Function<String, @Nullable String> properties) {
        Settings settings = new Settings(properties);
        int port = Integer.parseInt(settings.text("sealpost.ldap.view.port", "0"));
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("sealpost.ldap.view.port: 0 to " + HIGHEST_PORT);
        }
        return new AddressBookConfiguration(
                port,
                settings.text("jboss.bind.address", "127.0.0.1"),
                Boolean.parseBoolean(settings.text("sealpost.ldap.view.anonymous", "false")),
                ServerConfiguration.from(properties).directory().baseDn(),
                settings.given("sealpost.tls.keystore").map(Path::of));
    }
}
