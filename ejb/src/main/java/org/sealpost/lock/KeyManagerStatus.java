package org.sealpost.lock;

import java.time.Instant;
import java.util.Optional;

/**
 * The Key Manager as the service page shows it.
 *
 * @param state what it can do
 * @param since when it came into that state; for NOT_SET_UP when the server started
 * @param organisation whose it is; empty before the set-up
 * @param primitives which cryptographic providers are used, in words
 */
public record KeyManagerStatus(
        KeyManagerState state, Instant since, Optional<String> organisation, String primitives) {}
