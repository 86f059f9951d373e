package org.sealpost.settings;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The system properties that the launcher sets from the environment; a blank one is as good as none. */
record Settings(Function<String, @Nullable String> properties) {
    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    Optional<String> given(String name) {
        return Optional.ofNullable(properties.apply(name)).filter(value -> !value.isBlank());
    }

    String text(String name, String otherwise) {
        return given(name).orElse(otherwise);
    }

    /** Without white space around it. @throws IllegalArgumentException when it is missing */
    String needed(String name) {
        return given(name).map(String::strip).orElseThrow(() -> new IllegalArgumentException(name + ": is missing"));
    }

    /** Whether that host of an address is this machine, where nobody listens in. */
    static boolean ownMachine(String host) {
        return OWN_MACHINE.contains(host);
    }
}
