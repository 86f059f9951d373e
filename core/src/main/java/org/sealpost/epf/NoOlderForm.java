package org.sealpost.epf;

import org.sealpost.protocol.BadInput;

/** A pair that the older form of PKCS #12 is not made for. Argument: the kind of its keys. */
public final class NoOlderForm extends BadInput {
    private static final long serialVersionUID = 1;

    NoOlderForm(String algorithm) {
        super("no-older-form", algorithm);
    }
}
