package org.sealpost.mime;

import java.util.Locale;

/** Which of the {@link MimeLimits} a message went over. */
public enum MimeLimit {
    MESSAGE_SIZE,
    DEPTH,
    PARTS,
    HEADER_BLOCK,
    LINE_LENGTH,
    WORK;

    /** Stable name for error codes and logs, for example {@code header-block}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
