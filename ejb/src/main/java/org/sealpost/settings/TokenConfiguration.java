package org.sealpost.settings;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The PKCS #11 token that opens the Key Manager, if there is one.
 *
 * @param library the maker's PKCS #11 library
 * @param slot a slot's number, or {@code #0} for the first slot of the library's list
 * @param label how the pages call it
 * @param pinFile the first line is the PIN; without it an administrator types it
 */
public record TokenConfiguration(Optional<Path> library, String slot, String label, Optional<Path> pinFile) {
    /** Reads the properties {@code sealpost.token.*}. */
    public static TokenConfiguration from(Function<String, @Nullable String> properties) {
        Settings settings = new Settings(properties);
        return new TokenConfiguration(
                settings.given("sealpost.token.library").map(Path::of),
                settings.text("sealpost.token.slot", "#0"),
                settings.text("sealpost.token.label", "token"),
                settings.given("sealpost.token.pin.file").map(Path::of));
    }
}
