package org.sealpost.integrity;

import java.util.ArrayList;
import java.util.List;

/**
 * What one check has found.
 *
 * @param looked how many were looked at
 * @param bad how many do not hold
 * @param samples the first of those, by name
 */
public record Findings(Check check, long looked, long bad, List<String> samples) {
    private static final int SAMPLES = 20;

    public Findings {
        samples = List.copyOf(samples);
    }

    /** Whether everything holds. */
    public boolean good() {
        return bad == 0;
    }

    /** Findings that grow while the check goes on. */
    static final class Growing {
        private final Check check;
        private long looked;
        private long bad;
        private final List<String> samples = new ArrayList<>();

        Growing(Check check) {
            this.check = check;
        }

        /** @param name by which a bad one is found again */
        void look(boolean holds, String name) {
            looked++;
            if (!holds) {
                bad++;
                if (samples.size() < SAMPLES) {
                    samples.add(name);
                }
            }
        }

        Findings done() {
            return new Findings(check, looked, bad, samples);
        }
    }
}
