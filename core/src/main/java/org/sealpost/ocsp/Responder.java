package org.sealpost.ocsp;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.OwnedKey;

/**
 * Signs answers for the authority, by a key of its own whose certificate says that it may (RFC 6960 section 4.2.2.2).
 * The key is in memory alone; it is replaced while the responder works, and closing destroys it.
 */
public final class Responder implements AutoCloseable {
    private final Providers providers;
    private @Nullable OwnedKey key;

    /** Without a key: it signs nothing before one was appointed. */
    public Responder(Providers providers) {
        this.providers = providers;
    }

    /**
     * Takes a new key; the one before is destroyed.
     *
     * @param appointed owned and closed by this object; its certificate is the authority's
     */
    public synchronized void appoint(OwnedKey appointed) {
        close();
        key = appointed;
    }

    /** Certificate of the key that signs now; empty before the first was appointed. */
    public synchronized Optional<X509Certificate> certificate() {
        return Optional.ofNullable(key).map(OwnedKey::certificate);
    }

    /**
     * Signs an answer.
     *
     * @return OCSPResponse, DER, with the responder's certificate in it; empty while no key is appointed
     */
    public synchronized Optional<byte[]> sign(StatusAnswer answer) {
        return Optional.ofNullable(key).map(own -> new AnswerSigning(providers, own).sign(answer));
    }

    @Override
    public synchronized void close() {
        if (key != null) {
            key.close();
            key = null;
        }
    }
}
