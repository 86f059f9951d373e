package org.sealpost.smime;

import java.util.List;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.mime.MessageSource;
import org.sealpost.pki.Finding;

/** One layer that was taken off a message. */
sealed interface Layer {

    /**
     * A signature, or several over the same content.
     *
     * @param announcing of each signer whose certificate is known
     */
    record Signed(List<SignatureStatus> statuses, List<Announcing> announcing) implements Layer {

        boolean intact() {
            return !statuses.isEmpty() && statuses.stream().allMatch(SignatureStatus::intact);
        }

        /** Intact, and no other check failed. */
        boolean verified() {
            return intact() && statuses.stream().noneMatch(it -> it.outcome() == Finding.Outcome.FAILED);
        }
    }

    /**
     * Encryption.
     *
     * @param content what lay under it, byte for byte
     */
    record Encrypted(EncryptionFormat format, MessageSource content) implements Layer {}
}
