package org.sealpost.crypto;

import java.util.Optional;

/** Marks what follows within the hour. */
public final class Soon {
    private Soon() {}

    /** Fails. */
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public static <T> T soon() {
        return Optional.<T>empty().orElseThrow(UnsupportedOperationException::new);
    }
}
