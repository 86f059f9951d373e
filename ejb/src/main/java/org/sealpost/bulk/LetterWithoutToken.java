package org.sealpost.bulk;

import org.sealpost.protocol.BadInput;

/** The text of the letter does not say where the token goes. */
public final class LetterWithoutToken extends BadInput {
    private static final long serialVersionUID = 1;

    LetterWithoutToken() {
        super("letter-without-token");
    }
}
