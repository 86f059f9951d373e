package org.sealpost.resealing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.sealpost.model.StoredMessage;
import org.sealpost.smime.DecryptionKey;

/** The real thing; before each message something may happen. */
final class Watched extends NewEnvelope {
    final List<Long> turns = new ArrayList<>();
    private final NewEnvelope envelope;
    private final IntConsumer before;

    /** @param before told the number of the turn, from 1 */
    Watched(NewEnvelope envelope, IntConsumer before) {
        this.envelope = envelope;
        this.before = before;
    }

    @Override
    boolean put(StoredMessage message, List<DecryptionKey> keys, CurrentSeal seal) {
        turns.add(message.id());
        before.accept(turns.size());
        return envelope.put(message, keys, seal);
    }

    /** The server's process ends here: nothing catches it, and what was not committed did not happen. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1;
    }
}
