package org.sealpost.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sealpost.model.LeaseHolder;

/** Who this server is among those that share its database. */
final class ServerIdentity {
    private static final int RANDOM_BYTES = 16;

    private ServerIdentity() {}

    /**
     * Reads {@code sealpost.node}, which the launcher keeps in the data folder, so that a server which was started anew is
     * known again; {@code sealpost.server.name}, by default the machine's; and the address of the pages.
     */
    static LeaseHolder from(Function<String, @Nullable String> properties, SecureRandom random) {
        Settings settings = new Settings(properties);
        return new LeaseHolder(
                settings.given("sealpost.node").orElseGet(() -> random(random)),
                settings.given("sealpost.server.name").orElseGet(ServerIdentity::machine),
                settings.text("sealpost.public.url", "https://localhost:8443"));
    }

    private static String random(SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
