package org.sealpost.jobs;

import org.sealpost.crypto.SecretBytes;
import org.sealpost.mime.MessageSource;

/** A message taken out of the spool for one attempt; closing wipes it. */
final class SpooledMessage implements AutoCloseable {
    private final SecretBytes octets;

    SpooledMessage(SecretBytes octets) {
        this.octets = octets;
    }

    /** Readable until {@link #close()}. */
    MessageSource source() {
        return MessageSource.of(octets.expose());
    }

    @Override
    public void close() {
        octets.close();
    }

    /** Nothing of the message. */
    @Override
    public String toString() {
        return "***";
    }
}
