package org.sealpost.resealing;

import java.time.Instant;

/**
 * The owner's consent that stored mail is put into new envelopes with the keys of this session. It ends at a time, and
 * before that when it is closed: the password was forgotten, or its owner has logged out. Whoever works by it looks before
 * each message whether it still stands, and puts the keys away when it does not.
 */
public final class Consent implements AutoCloseable {
    private final Instant until;
    private volatile boolean over;

    /** @param until when it ends at the latest */
    public Consent(Instant until) {
        this.until = until;
    }

    /** Whether it still stands at that moment. */
    public boolean stands(Instant now) {
        return !over && now.isBefore(until);
    }

    /** Ends it. */
    @Override
    public void close() {
        over = true;
    }
}
