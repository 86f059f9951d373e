package org.sealpost.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What arrived cannot be used: malformed, damaged, too large or mistyped. Trying the same again is pointless (HTTP 400, 413 or 422). */
public abstract non-sealed class BadInput extends SealpostException {
    private static final long serialVersionUID = 1;

    /**
     * @param code stable name in kebab-case
     * @param arguments values for the text's placeholders, never secret
     */
    protected BadInput(String code, Object... arguments) {
        this(code, null, List.of(arguments));
    }

    /**
     * @param code stable name in kebab-case
     * @param cause what the library said, for the log only
     * @param arguments values for the text's placeholders, never secret
     */
    protected BadInput(String code, @Nullable Throwable cause, List<Object> arguments) {
        super(code, cause, arguments);
    }
}
