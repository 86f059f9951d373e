package org.sealpost.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.SecretBytes;

/**
 * The key that authenticates the chain while the Key Manager runs. A hash alone could be recomputed by someone who can
 * write to the database; the authentication cannot, and one later entry vouches for all before it.
 */
@ApplicationScoped
public class ChainKey implements AutoCloseable {
    private @Nullable SecretBytes key;

    /** The Key Manager runs from now on. */
    public synchronized void open(SecretBytes chainKey) {
        close();
        key = chainKey;
    }

    /** The Key Manager runs no longer. */
    @Override
    public synchronized void close() {
        if (key != null) {
            key.close();
            key = null;
        }
    }

    /** Whether entries can be authenticated now. */
    public synchronized boolean isOpen() {
        return key != null;
    }

    /** HMAC-SHA-256 of an entry's hash; null while the Key Manager does not run. */
    public synchronized byte @Nullable [] authenticate(byte[] hash) {
        if (key == null) {
            return null;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.expose(), "HmacSHA256"));
            return mac.doFinal(hash);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HMAC with SHA-256", e);
        }
    }
}
