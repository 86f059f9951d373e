package org.sealpost.pki;

import java.security.PublicKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.protocol.NotAuthentic;

/** A request does not prove possession of its private key, or its key is too weak. */
public final class ProofFailed extends NotAuthentic {
    private static final long serialVersionUID = 1;

    /** @param code {@code proof-failed} or {@code weak-key} */
    ProofFailed(String code, Object... arguments) {
        super(code, arguments);
    }

    private ProofFailed(@Nullable Throwable cause) {
        super("proof-failed", cause, List.of());
    }

    /**
     * Possession is not proved.
     *
     * @param cause what the library said, for the log only
     */
    public static ProofFailed missing(@Nullable Throwable cause) {
        return new ProofFailed(cause);
    }

    /** The key is none that the product certifies. */
    public static ProofFailed weak(PublicKey key) {
        return new ProofFailed("weak-key", key.getAlgorithm());
    }
}
