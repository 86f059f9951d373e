package org.sealpost.resealing;

import org.sealpost.protocol.WrongState;

/**
 * The security file does not hold the key of the encryption certificate in force: what is sealed to that certificate could
 * not be opened with it. Argument: the mailbox that the file names.
 */
public final class CurrentKeyMissing extends WrongState {
    private static final long serialVersionUID = 1;

    CurrentKeyMissing(String mailbox) {
        super("current-key-missing", mailbox);
    }
}
