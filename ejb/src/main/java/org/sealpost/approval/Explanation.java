package org.sealpost.approval;

import java.util.List;

/**
 * What will happen when a request is carried out, to be put into the reader's language.
 *
 * @param code last part of the text's key {@code approval.will.<code>}
 * @param arguments values for the text's placeholders: text, numbers, instants or enums; never secret
 */
public record Explanation(String code, List<Object> arguments) {
    public Explanation {
        arguments = List.copyOf(arguments);
    }

    public static Explanation of(String code, Object... arguments) {
        return new Explanation(code, List.of(arguments));
    }
}
