package org.sealpost.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A password, token or proof was well formed but wrong (HTTP 403); callers count these and slow down. */
public abstract non-sealed class NotAuthentic extends SealpostException {
    private static final long serialVersionUID = 1;

    /**
     * @param code stable name in kebab-case
     * @param arguments values for the text's placeholders, never secret
     */
    protected NotAuthentic(String code, Object... arguments) {
        this(code, null, List.of(arguments));
    }

    /**
     * @param code stable name in kebab-case
     * @param cause what the library said, for the log only
     * @param arguments values for the text's placeholders, never secret
     */
    protected NotAuthentic(String code, @Nullable Throwable cause, List<Object> arguments) {
        super(code, cause, arguments);
    }
}
