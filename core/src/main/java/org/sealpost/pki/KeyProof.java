package org.sealpost.pki;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import org.sealpost.crypto.Providers;

/**
 * A signature over a statement of the protocol. A mark before the statement keeps it apart from everything else that
 * the same key signs: no signed mail begins with it.
 */
public final class KeyProof {
    private static final byte[] MARK = {0, 's', 'e', 'a', 'l', 'p', 'o', 's', 't', ' ', 'p', 'r', 'o', 'o', 'f', 0};

    private KeyProof() {}

    /**
     * Signs a statement.
     *
     * @throws IllegalStateException when the key cannot sign
     */
    public static byte[] make(Providers providers, OwnedKey key, byte[] statement) {
        try {
            Signature signature = signature(providers, key.certificate().getPublicKey());
            signature.initSign(providers.adopt(key.privateKey()));
            signature.update(MARK);
            signature.update(statement);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a signing key signs", e);
        }
    }

    /**
     * Checks a proof.
     *
     * @throws ProofFailed when it is not that key's signature over the statement
     */
    public static void verify(Providers providers, PublicKey key, byte[] statement, byte[] proof) {
        if (!holds(providers, key, statement, proof)) {
            throw new ProofFailed("proof-failed");
        }
    }

    private static boolean holds(Providers providers, PublicKey key, byte[] statement, byte[] proof) {
        try {
            Signature signature = signature(providers, key);
            signature.initVerify(providers.adopt(key));
            signature.update(MARK);
            signature.update(statement);
            return signature.verify(proof);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Signature signature(Providers providers, PublicKey key) throws GeneralSecurityException {
        KeyType type = KeyType.of(key).orElseThrow(() -> new ProofFailed("weak-key", key.getAlgorithm()));
        return Signature.getInstance(type.signatureAlgorithm(), providers.signature(type.algorithm()));
    }
}
