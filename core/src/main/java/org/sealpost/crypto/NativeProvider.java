package org.sealpost.crypto;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.Provider;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one class that knows Amazon's provider, so that everything else works where its classes or its library are
 * missing. Never registered with the platform: registering would change the TLS of the whole server.
 */
final class NativeProvider {
    private static final Search FOUND = search();

    private NativeProvider() {}

    /** The provider, if its classes are present and its library loaded and works. */
    static Optional<Provider> find() {
        return Optional.ofNullable(FOUND.provider());
    }

    /** Why it is not used; empty when it is. */
    static String whyMissing() {
        return FOUND.whyMissing();
    }

    private static Search search() {
        try {
            return Loaded.load();
        } catch (LinkageError e) {
            return new Search(null, "its classes are not installed");
        }
    }

    private record Search(@Nullable Provider provider, String whyMissing) {}

    /** A class of its own, so that a missing class shows when this one is linked, inside the guard above. */
    private static final class Loaded {
        static Search load() {
            AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
            Throwable error = provider.getLoadingError();
            return error == null
                    ? new Search(provider, "")
                    : new Search(null, "its library does not load: " + error.getMessage());
        }
    }
}
