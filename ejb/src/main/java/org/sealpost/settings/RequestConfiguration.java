package org.sealpost.settings;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How much programs may ask of this server.
 *
 * @param atOnce requests of programs that are worked on at a time, 1 to 1 000; twice as many may wait
 * @param perMinute requests to the interface for programs that one login may send in a minute, at most 1 000 000; 0 for as
 *     many as it likes
 */
public record RequestConfiguration(int atOnce, int perMinute) {
    private static final int MOST_AT_ONCE = 1000;
    private static final int MOST_PER_MINUTE = 1_000_000;

    /** @throws IllegalArgumentException for numbers that are out of range */
    public RequestConfiguration {
        if (atOnce < 1 || atOnce > MOST_AT_ONCE) {
            throw new IllegalArgumentException("sealpost.requests: 1 to " + MOST_AT_ONCE);
        }
        if (perMinute < 0 || perMinute > MOST_PER_MINUTE) {
            throw new IllegalArgumentException("sealpost.api.rate: 0 to " + MOST_PER_MINUTE);
        }
    }

    /** Reads {@code sealpost.requests} (8) and {@code sealpost.api.rate} (12 000). */
    public static RequestConfiguration from(Function<String, @Nullable String> properties) {
        Settings settings = new Settings(properties);
        return new RequestConfiguration(
                Integer.parseInt(settings.text("sealpost.requests", "8").strip()),
                Integer.parseInt(settings.text("sealpost.api.rate", "12000").strip()));
    }
}
