package org.sealpost.approval;

import org.sealpost.model.SensitiveVerb;
import org.sealpost.protocol.WrongState;

/** A yes alone is not enough here: whoever agrees contributes something, on the page of the feature. */
public final class ContributionNeeded extends WrongState {
    private static final long serialVersionUID = 1;

    ContributionNeeded(SensitiveVerb verb) {
        super("contribution-needed", verb);
    }
}
