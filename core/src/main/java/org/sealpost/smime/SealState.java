package org.sealpost.smime;

import java.util.Optional;
import org.sealpost.crypto.EncryptionFormat;

/**
 * How well a message was sealed when it arrived.
 *
 * @param format the format of its encryption, the weakest one if it was encrypted twice; empty if it was not encrypted
 * @param weak whether that format no longer withstands a determined reader
 * @param protectedFromChange whether nobody can have changed the content on the way unseen: authenticated encryption,
 *     or an intact signature inside
 */
public record SealState(Optional<EncryptionFormat> format, boolean weak, boolean protectedFromChange) {

    /** A message that was not encrypted. */
    static final SealState OPEN = new SealState(Optional.empty(), false, false);

    public boolean encrypted() {
        return format.isPresent();
    }

    /**
     * Whether the content must be shown as text only, without HTML, links or anything loaded from outside.
     * Encryption that does not stop changes lets others splice in markup that carries the decrypted text away (EFAIL).
     */
    public boolean textOnly() {
        return encrypted() && !protectedFromChange;
    }
}
