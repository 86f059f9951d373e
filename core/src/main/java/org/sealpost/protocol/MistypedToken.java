package org.sealpost.protocol;

/**
 * The text is not a token at all: wrong length, a character that tokens do not have, or a check symbol that does not
 * fit. Told apart from a wrong token so that a typing slip costs none of the owner's tries.
 */
public final class MistypedToken extends BadInput {
    private static final long serialVersionUID = 1;

    MistypedToken(String code, Object... arguments) {
        super(code, arguments);
    }
}
