package org.sealpost.web.api;

import jakarta.ws.rs.BadRequestException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Constants as programs name them: in capitals or not. */
final class Constants {
    private Constants() {}

    /** @throws BadRequestException when there is none of that name */
    static <E extends Enum<E>> E named(Class<E> kind, String name) {
        String capitals = name.toUpperCase(Locale.ROOT);
        return EnumSet.allOf(kind).stream()
                .filter(one -> one.name().equals(capitals))
                .findFirst()
                .orElseThrow(BadRequestException::new);
    }

    /** The same where a program need not name any. */
    static <E extends Enum<E>> Optional<E> ifNamed(Class<E> kind, @Nullable String name) {
        return Optional.ofNullable(name).map(given -> named(kind, given));
    }
}
