package org.sealpost.crypto;

import org.sealpost.protocol.BadInput;

/**
 * The text is not a recovery share: wrong length, a character that shares do not have, or a line whose check symbol
 * does not fit. Told apart from a share of another set, so that a slip at the keyboard is not taken for an attack.
 */
public final class MistypedShare extends BadInput {
    private static final long serialVersionUID = 1;

    MistypedShare(String code, Object... arguments) {
        super(code, arguments);
    }
}
