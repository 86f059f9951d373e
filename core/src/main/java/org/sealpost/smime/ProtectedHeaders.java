package org.sealpost.smime;

import java.util.Set;

/**
 * What a seal protected of a message's header (RFC 9788): the fields that are shown came from inside, whatever stood outside.
 *
 * @param names of the fields, in lower case
 * @param hidden names of those that nobody could read on the way, or not in this form
 * @param authorDiffers whether the author inside is another one than outside: then the one outside is shown, and no
 *     signature counts as the author's
 */
public record ProtectedHeaders(Set<String> names, Set<String> hidden, boolean authorDiffers) {
    /** Keeps copies. */
    public ProtectedHeaders {
        names = Set.copyOf(names);
        hidden = Set.copyOf(hidden);
    }
}
