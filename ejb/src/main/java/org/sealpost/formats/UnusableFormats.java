package org.sealpost.formats;

import org.sealpost.protocol.BadInput;

/** A choice of formats that could never be followed. */
public final class UnusableFormats extends BadInput {
    private static final long serialVersionUID = 1;

    UnusableFormats(FormatPayload change) {
        super("unusable-formats", change.edition(), change.preferred(), change.floor());
    }
}
