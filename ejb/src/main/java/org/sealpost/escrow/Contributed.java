package org.sealpost.escrow;

import java.util.List;
import java.util.Map;
import org.sealpost.model.Serial;
import org.sealpost.quorum.Contribution;

/**
 * What the recovery officers contributed to a request.
 *
 * @param request what they agreed to
 * @param byKey for each escrowed key the contributions of the officers
 */
public record Contributed(String request, Map<Serial, List<Contribution>> byKey) {
    /** Nobody contributes: enough while the escrow key hangs under the master key. */
    public static Contributed nothing(String request) {
        return new Contributed(request, Map.of());
    }

    /** Keeps a copy. */
    public Contributed {
        byKey = Map.copyOf(byKey);
    }

    List<Contribution> to(Serial serial) {
        return byKey.getOrDefault(serial, List.of());
    }
}
