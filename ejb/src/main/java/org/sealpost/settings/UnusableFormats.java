package org.sealpost.settings;

import org.sealpost.protocol.BadInput;

/** A choice of formats that could never be followed. */
public final class UnusableFormats extends BadInput {
    private static final long serialVersionUID = 1;

    UnusableFormats(FormatChange change) {
        super("unusable-formats", change.edition(), change.preferred(), change.floor());
    }

    static boolean usable(FormatChange change) {
        return change.edition().writes().contains(change.preferred())
                && change.edition().writes().contains(change.floor())
                && change.preferred().atLeast(change.floor());
    }
}
