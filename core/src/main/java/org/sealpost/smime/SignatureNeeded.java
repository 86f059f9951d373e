package org.sealpost.smime;

import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.protocol.BadInput;

/**
 * A historical format was asked for without a signature inside, which alone would show changes made on the way.
 * Argument: the format's name.
 */
public final class SignatureNeeded extends BadInput {
    private static final long serialVersionUID = 1;

    SignatureNeeded(EncryptionFormat format) {
        super("signature-needed", format.displayName());
    }
}
