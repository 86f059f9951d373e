package org.sealpost.client.command;

import org.sealpost.protocol.BadInput;

/** The command line does not say enough, or contradicts itself; ends with {@link Exit#USAGE}. */
public final class UsageProblem extends BadInput {
    private static final long serialVersionUID = 1;

    /** @param code key of its words */
    public UsageProblem(String code, Object... arguments) {
        super(code, arguments);
    }
}
