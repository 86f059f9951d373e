package org.sealpost.client.command;

import org.sealpost.protocol.WrongState;

/** The client itself refuses; ends with {@link Exit#REFUSED}. */
public final class Refused extends WrongState {
    private static final long serialVersionUID = 1;

    /** @param code key of its words */
    public Refused(String code, Object... arguments) {
        super(code, arguments);
    }
}
