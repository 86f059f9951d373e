package org.sealpost.cmp;

import org.sealpost.protocol.BadInput;

/** A message that cannot be served as it stands; the code tells why, the failure is what its program gets to know. */
public final class CmpRefused extends BadInput {
    private static final long serialVersionUID = 1;

    private final CmpFailure failure;

    /**
     * @param code stable name in kebab-case
     * @param arguments values for the text's placeholders, never secret
     */
    public CmpRefused(CmpFailure failure, String code, Object... arguments) {
        super(code, arguments);
        this.failure = failure;
    }

    /** What its program gets to know. */
    public CmpFailure failure() {
        return failure;
    }
}
