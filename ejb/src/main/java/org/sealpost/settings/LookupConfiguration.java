package org.sealpost.settings;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who may look certificates up without a login.
 *
 * @param byEverybody whether whoever knows an address is given its encryption certificate
 */
public record LookupConfiguration(boolean byEverybody) {
    /**
     * Reads {@code sealpost.publish.certificates}. Unless it is {@code true} nobody may: an answer tells strangers that
     * an address exists. The sample, whose people are not real, answers.
     */
    public static LookupConfiguration from(Function<String, @Nullable String> properties) {
        Settings settings = new Settings(properties);
        String sample = settings.text("sealpost.sample", "false");
        return new LookupConfiguration(Boolean.parseBoolean(settings.text("sealpost.publish.certificates", sample)));
    }
}
