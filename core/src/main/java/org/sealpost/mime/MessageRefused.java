package org.sealpost.mime;

import org.sealpost.protocol.BadInput;

/**
 * A message goes over one of the {@link MimeLimits}: {@code message-refused} with the limit's
 * {@linkplain MimeLimit#key() name} and value. It is found by counting while reading, so nothing beyond the limit
 * was looked at.
 */
public final class MessageRefused extends BadInput {

    private static final long serialVersionUID = 1;

    private final MimeLimit limit;

    MessageRefused(MimeLimit limit, long value) {
        super("message-refused", limit.key(), value);
        this.limit = limit;
    }

    public MimeLimit limit() {
        return limit;
    }
}
