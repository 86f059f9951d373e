package org.sealpost.pki;

import java.util.List;

/**
 * The outcome of one check.
 *
 * @param code stable name in kebab-case, key of a text, e.g. {@code dates-expired}
 * @param arguments values for the text's placeholders
 */
public record Finding(Outcome outcome, String code, List<Object> arguments) {
    /** Keeps a copy. */
    public Finding {
        arguments = List.copyOf(arguments);
    }

    /** Whether the check held. */
    public boolean ok() {
        return outcome == Outcome.OK;
    }

    static Finding ok(String code, Object... arguments) {
        return new Finding(Outcome.OK, code, List.of(arguments));
    }

    static Finding failed(String code, Object... arguments) {
        return new Finding(Outcome.FAILED, code, List.of(arguments));
    }

    static Finding unknown(String code, Object... arguments) {
        return new Finding(Outcome.UNKNOWN, code, List.of(arguments));
    }

    /** Held, did not hold, or could not be found out. */
    public enum Outcome {
        OK,
        FAILED,
        UNKNOWN
    }
}
