package org.sealpost.smime;

import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.protocol.BadInput;

/** A message in a format that this edition does not read. Argument: the format's name. */
public final class FormatNotReadable extends BadInput {
    private static final long serialVersionUID = 1;

    private final EncryptionFormat format;

    FormatNotReadable(EncryptionFormat format) {
        super("format-not-readable", format.displayName());
        this.format = format;
    }

    public EncryptionFormat format() {
        return format;
    }
}
