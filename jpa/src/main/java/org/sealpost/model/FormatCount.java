package org.sealpost.model;

import org.jspecify.annotations.Nullable;

/**
 * How many sealed messages are stored in a format.
 *
 * @param format its name; null where nobody here has opened what another program sealed, so that it is not known
 */
public record FormatCount(@Nullable String format, long messages) {}
