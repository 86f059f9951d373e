package org.sealpost.approval;

import org.sealpost.model.SensitiveVerb;
import org.sealpost.protocol.BadInput;

/** The policy would be easier than that of the verb that does the same to one mailbox. */
public final class PolicyTooEasy extends BadInput {
    private static final long serialVersionUID = 1;

    PolicyTooEasy(SensitiveVerb verb) {
        super("policy-too-easy", verb);
    }
}
