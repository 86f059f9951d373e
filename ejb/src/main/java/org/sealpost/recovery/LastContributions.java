package org.sealpost.recovery;

import jakarta.enterprise.context.RequestScoped;
import java.util.Map;
import org.sealpost.model.Serial;
import org.sealpost.quorum.Contribution;

/**
 * The contributions of the officer who completes the quorum, from the moment of agreeing to the opening in the same
 * call. They are never written anywhere: with those that are kept they would open the keys.
 */
@RequestScoped
class LastContributions {
    private Map<Serial, Contribution> contributions = Map.of();

    void hold(Map<Serial, Contribution> made) {
        contributions = Map.copyOf(made);
    }

    Map<Serial, Contribution> take() {
        Map<Serial, Contribution> taken = contributions;
        contributions = Map.of();
        return taken;
    }
}
