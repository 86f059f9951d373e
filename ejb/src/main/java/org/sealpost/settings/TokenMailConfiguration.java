package org.sealpost.settings;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether tokens may go by mail. Whoever runs the server says so and not who hands tokens out, because a token in a mailbox
 * can be redeemed by everybody who reads that mailbox, backups and delegates included.
 *
 * @param allowed forbidden unless somebody allowed it
 */
public record TokenMailConfiguration(boolean allowed) {
    /** Reads {@code sealpost.tokens.by.mail}; forbidden unless it is {@code true}. */
    public static TokenMailConfiguration from(Function<String, @Nullable String> properties) {
        return new TokenMailConfiguration(Boolean.parseBoolean(properties.apply("sealpost.tokens.by.mail")));
    }
}
