package org.sealpost.client.server;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the Key Manager is and who asks.
 *
 * @param server an https address without a path
 * @param trust certificates that the server is trusted by, PEM; the platform's authorities without them
 * @param login of whoever asks; closed with the connection
 * @param language in which the server is to answer
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Connection(URI server, byte @Nullable [] trust, Login login, Locale language) implements AutoCloseable {

    /** The certificates, if there are any. */
    Optional<byte[]> trusted() {
        return Optional.ofNullable(trust);
    }

    @Override
    public void close() {
        login.close();
    }

    /** Never what the login proves itself by. */
    @Override
    public String toString() {
        return "Connection[" + server + ", " + login + "]";
    }
}
