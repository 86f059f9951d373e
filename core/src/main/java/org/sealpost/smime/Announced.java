package org.sealpost.smime;

import java.util.Optional;
import org.sealpost.mime.Address;

/**
 * What the author of one message says about how to answer; read when somebody asks.
 *
 * @param author the one address in From; empty when that is not clear
 */
record Announced(Layers layers, Optional<Address> author, OpeningPolicy policy) {

    /** To be asked only when every signature holds. */
    Optional<Announcement> announcement() {
        return author.flatMap(it -> layers.announcement(it, policy));
    }

    /** To be asked only of a message with one signature, intact and the author's. */
    Optional<CorrespondentKey> offer() {
        return author.flatMap(it -> layers.offer(it, policy));
    }
}
