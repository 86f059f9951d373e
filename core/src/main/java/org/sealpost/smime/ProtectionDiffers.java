package org.sealpost.smime;

import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.protocol.BadInput;

/**
 * A message without an intact signature right inside would be better or worse protected from change in the new format
 * than in the old one, and so would be shown with another verdict than it has earned. Arguments: the old and the new
 * format's name.
 */
public final class ProtectionDiffers extends BadInput {
    private static final long serialVersionUID = 1;

    ProtectionDiffers(EncryptionFormat old, EncryptionFormat fresh) {
        super("protection-differs", old.displayName(), fresh.displayName());
    }
}
