package org.sealpost.crypto;

import java.util.List;
import org.sealpost.protocol.BadInput;

/** Bytes that are not what they should be: not ASN.1, another structure, a key of an unknown kind. */
public final class BadEncoding extends BadInput {
    private static final long serialVersionUID = 1;

    /** @param what the structure that was expected, e.g. {@code certificate} */
    public BadEncoding(String what) {
        super("bad-encoding", what);
    }

    /** @param cause what the parser said, for the log only */
    public BadEncoding(String what, Throwable cause) {
        super("bad-encoding", cause, List.of(what));
    }
}
