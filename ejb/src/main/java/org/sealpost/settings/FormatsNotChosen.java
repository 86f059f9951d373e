package org.sealpost.settings;

import org.sealpost.protocol.Unavailable;

/** There are no formats yet, because the Key Manager was never set up. */
public final class FormatsNotChosen extends Unavailable {
    private static final long serialVersionUID = 1;

    public FormatsNotChosen() {
        super("key-manager-not-set-up");
    }
}
