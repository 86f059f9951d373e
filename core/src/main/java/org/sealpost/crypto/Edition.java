package org.sealpost.crypto;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Which formats an installation writes and which it reads: two separate policies. */
public enum Edition {
    /** Writes AES, reads everything. */
    MODERN,
    /** Writes the three formats of the North American edition of 1996, reads everything. */
    NORTH_AMERICAN,
    /** Writes and reads CAST-40 only, as the localised editions did. */
    LOCALIZED;

    /** Formats that may be written, strongest first. */
    public Set<EncryptionFormat> writes() {
        return Collections.unmodifiableSet(
                switch (this) {
                    case MODERN -> EnumSet.range(EncryptionFormat.AES_256_GCM, EncryptionFormat.AES_128_CBC);
                    case NORTH_AMERICAN -> EnumSet.range(EncryptionFormat.CAST_64, EncryptionFormat.CAST_40);
                    case LOCALIZED -> EnumSet.of(EncryptionFormat.CAST_40);
                });
    }

    /** Formats that may be read, strongest first. */
    public Set<EncryptionFormat> reads() {
        return this == LOCALIZED ? writes() : Collections.unmodifiableSet(EnumSet.allOf(EncryptionFormat.class));
    }
}
