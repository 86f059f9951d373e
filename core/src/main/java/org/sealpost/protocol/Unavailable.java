package org.sealpost.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part that is needed does not answer or is locked (HTTP 503); trying later may succeed. */
public abstract non-sealed class Unavailable extends SealpostException {
    private static final long serialVersionUID = 1;

    /**
     * @param code stable name in kebab-case
     * @param arguments values for the text's placeholders, never secret
     */
    protected Unavailable(String code, Object... arguments) {
        this(code, null, List.of(arguments));
    }

    /**
     * @param code stable name in kebab-case
     * @param cause what the library said, for the log only
     * @param arguments values for the text's placeholders, never secret
     */
    protected Unavailable(String code, @Nullable Throwable cause, List<Object> arguments) {
        super(code, cause, arguments);
    }
}
