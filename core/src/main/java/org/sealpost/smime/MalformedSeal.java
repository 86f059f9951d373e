package org.sealpost.smime;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.protocol.BadInput;

/** A sealed message that is damaged or truncated, or was never well formed. Argument: which part of it. */
public final class MalformedSeal extends BadInput {
    private static final long serialVersionUID = 1;

    MalformedSeal(String part) {
        this(part, null);
    }

    /** @param cause what the parser said, for the log only */
    MalformedSeal(String part, @Nullable Throwable cause) {
        super("malformed-seal", cause, List.of(part));
    }
}
