package org.sealpost.client.server;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.Passphrase;

/**
 * Where the Key Manager is and who asks.
 *
 * @param server an https address without a path
 * @param trust certificates that the server is trusted by, PEM; the platform's authorities without them
 * @param user name at the login
 * @param password of the login; closed with the connection
 * @param language in which the server is to answer
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Connection(URI server, byte @Nullable [] trust, String user, Passphrase password, Locale language)
        implements AutoCloseable {

    /** The certificates, if there are any. */
    Optional<byte[]> trusted() {
        return Optional.ofNullable(trust);
    }

    @Override
    public void close() {
        password.close();
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "Connection[" + server + ", " + user + "]";
    }
}
