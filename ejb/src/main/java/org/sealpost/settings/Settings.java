package org.sealpost.settings;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The system properties that the launcher sets from the environment; a blank one is as good as none. */
record Settings(Function<String, @Nullable String> properties) {
    Optional<String> given(String name) {
        return Optional.ofNullable(properties.apply(name)).filter(value -> !value.isBlank());
    }

    String text(String name, String otherwise) {
        return given(name).orElse(otherwise);
    }
}
