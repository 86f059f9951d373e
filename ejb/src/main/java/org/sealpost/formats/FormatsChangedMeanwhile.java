package org.sealpost.formats;

import org.sealpost.protocol.WrongState;

/** Somebody else changed the formats since the administrator looked; nothing was changed by this attempt. */
public final class FormatsChangedMeanwhile extends WrongState {
    private static final long serialVersionUID = 1;

    FormatsChangedMeanwhile(String by, int number) {
        super("formats-changed-meanwhile", by, number);
    }
}
