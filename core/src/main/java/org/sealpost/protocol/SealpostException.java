package org.sealpost.protocol;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Root of every failure the product foresees. The five kinds below it are closed, so that the edge (page, REST,
 * command line) maps each kind once; concrete failures extend a kind next to the code that raises them.
 *
 * <p>A failure names itself by {@link #code()}, the key of the texts {@code error.<code>.cause} and
 * {@code error.<code>.next}, and gives their {@link #arguments()}. Neither may hold a password, token, key or mail
 * text: both are shown and logged.
 */
public abstract sealed class SealpostException extends RuntimeException
        permits BadInput, NotAuthentic, WrongState, NotFound, Unavailable {
    private static final long serialVersionUID = 1;

    private final String code;
    private final transient List<Object> arguments;

    SealpostException(String code, @Nullable Throwable cause, List<Object> arguments) {
        super(code + arguments.stream().map(String::valueOf).collect(Collectors.joining(", ", " [", "]")), cause);
        this.code = code;
        this.arguments = List.copyOf(arguments);
    }

    /** Stable name in kebab-case, e.g. {@code wrong-password}. */
    public final String code() {
        return code;
    }

    /** Values for the text's placeholders, in order; empty when the text has none. */
    public final List<Object> arguments() {
        return arguments;
    }
}
