package org.sealpost.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The thing asked for does not exist, or not for this caller (HTTP 404). */
public abstract non-sealed class NotFound extends SealpostException {
    private static final long serialVersionUID = 1;

    /**
     * @param code stable name in kebab-case
     * @param arguments values for the text's placeholders, never secret
     */
    protected NotFound(String code, Object... arguments) {
        this(code, null, List.of(arguments));
    }

    /**
     * @param code stable name in kebab-case
     * @param cause what the library said, for the log only
     * @param arguments values for the text's placeholders, never secret
     */
    protected NotFound(String code, @Nullable Throwable cause, List<Object> arguments) {
        super(code, cause, arguments);
    }
}
