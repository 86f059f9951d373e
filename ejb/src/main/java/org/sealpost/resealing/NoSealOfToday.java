package org.sealpost.resealing;

import org.sealpost.protocol.WrongState;

/**
 * Nothing can be sealed to the mailbox today: it has no encryption certificate in force, or its owner reads no format that
 * the organisation writes.
 */
public final class NoSealOfToday extends WrongState {
    private static final long serialVersionUID = 1;

    NoSealOfToday() {
        super("no-seal-of-today");
    }
}
