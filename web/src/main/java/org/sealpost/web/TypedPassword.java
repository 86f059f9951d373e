package org.sealpost.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.Passphrase;

/**
 * What was typed into a password field. A form puts it in, the action of the same request takes it out; nothing ever
 * goes back to the page. Whoever has such a field closes it when the request or the page ends.
 */
public final class TypedPassword implements AutoCloseable {
    private @Nullable Passphrase value;

    /** Hands the password over, once: whoever takes it closes it. Empty when nothing was typed. */
    public Optional<Passphrase> take() {
        Optional<Passphrase> taken = Optional.ofNullable(value);
        value = null;
        return taken;
    }

    /** The password as long as it is here; null when nothing was typed. */
    public @Nullable Passphrase peek() {
        return value;
    }

    /** For the page: nothing. */
    public @Nullable Passphrase getValue() {
        return null;
    }

    public void setValue(@Nullable Passphrase typed) {
        close();
        value = typed;
    }

    /** Wipes it. */
    @Override
    public void close() {
        if (value != null) {
            value.close();
            value = null;
        }
    }
}
