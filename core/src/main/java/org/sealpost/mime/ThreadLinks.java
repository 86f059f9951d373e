package org.sealpost.mime;

import java.util.List;
import java.util.Optional;

/**
 * Where a message stands in its thread (RFC 5322 section 3.6.4).
 *
 * @param inReplyTo identifier of the message that is answered, with angle brackets
 * @param references identifiers of the thread, oldest first, with angle brackets
 */
public record ThreadLinks(Optional<String> inReplyTo, List<String> references) {

    /** A message that begins a thread of its own. */
    public static final ThreadLinks NONE = new ThreadLinks(Optional.empty(), List.of());

    public ThreadLinks {
        references = List.copyOf(references);
    }
}
