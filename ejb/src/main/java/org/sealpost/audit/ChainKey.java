package org.sealpost.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.crypto.StatementKey;
import org.sealpost.model.AuditCheckpoint;

/**
 * The key that authenticates the chain while the Key Manager runs, and signs its checkpoints. A hash alone could be recomputed by someone who can
 * write to the database; the authentication cannot, and one later entry vouches for all before it.
 */
@ApplicationScoped
public class ChainKey implements AutoCloseable {
    private static final String PURPOSE = "sealpost audit checkpoint 1";

    private @Nullable SecretBytes key;
    private @Nullable StatementKey signer;
    private boolean opening;

    /** The Key Manager runs from now on. */
    public synchronized void open(SecretBytes chainKey) {
        close();
        key = chainKey;
        signer = StatementKey.derive(chainKey, PURPOSE);
        opening = true;
    }

    /** The Key Manager runs no longer. */
    @Override
    public synchronized void close() {
        if (key != null) {
            key.close();
            key = null;
        }
        if (signer != null) {
            signer.close();
            signer = null;
        }
        opening = false;
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

    /** Whether no checkpoint was signed yet since the keys came into memory. */
    synchronized boolean isOpening() {
        return opening;
    }

    /** A checkpoint covers everything that was written before the keys came into memory. */
    synchronized void opened() {
        opening = false;
    }

    /** The public key that checkpoints verify with; empty while the Key Manager does not run. */
    synchronized Optional<byte[]> publicKey() {
        return Optional.ofNullable(signer).map(StatementKey::publicKey);
    }

    /** Signs a checkpoint; empty while the Key Manager does not run. */
    synchronized Optional<AuditCheckpoint> sign(AuditCheckpoint.Statement statement) {
        return Optional.ofNullable(signer)
                .map(by -> new AuditCheckpoint(statement, by.publicKey(), by.sign(statement.encoded())));
    }
}
