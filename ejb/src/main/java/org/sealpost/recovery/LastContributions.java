package org.sealpost.recovery;

import jakarta.enterprise.context.RequestScoped;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.sealpost.model.Serial;
import org.sealpost.quorum.Contribution;

/**
 * The contributions of the officer who completes the quorum, from the moment of agreeing to the opening in the same
 * call. They are never written anywhere: with those that are kept they would open the keys.
 */
@RequestScoped
class LastContributions {
    private final Map<Serial, Contribution> contributions = new HashMap<>();

    void hold(Map<Serial, Contribution> made) {
        contributions.putAll(made);
    }

    Map<Serial, Contribution> held() {
        return Collections.unmodifiableMap(contributions);
    }

    void forget() {
        contributions.clear();
    }
}
