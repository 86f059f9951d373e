package org.sealpost.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The act is not possible in the present state of its subject (HTTP 409); the arguments name that state. */
public abstract non-sealed class WrongState extends SealpostException {
    private static final long serialVersionUID = 1;

    /**
     * @param code stable name in kebab-case
     * @param arguments values for the text's placeholders, never secret
     */
    protected WrongState(String code, Object... arguments) {
        this(code, null, List.of(arguments));
    }

    /**
     * @param code stable name in kebab-case
     * @param cause what the library said, for the log only
     * @param arguments values for the text's placeholders, never secret
     */
    protected WrongState(String code, @Nullable Throwable cause, List<Object> arguments) {
        super(code, cause, arguments);
    }
}
