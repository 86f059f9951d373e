package org.sealpost.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By what a reader sees that something about a trusted authority has changed since.
 *
 * @param changedAt when it was trusted, on its present terms
 * @param listMadeAt when its revocation list was made; null while there is none
 */
public record AuthorityStamp(
        long id, Instant changedAt, @Nullable Instant listMadeAt) {}
